import { seeded } from './transforms.mjs';

export const round = (n, digits = 4) => (Number.isFinite(n) ? +n.toFixed(digits) : null);
export const mean = (values) => values.reduce((a, b) => a + b, 0) / values.length;
export const quantile = (values, q) => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(q * values.length))];

/** Average precision of the first five: a right claim at place i counts with the share of right ones up to there. */
function precisionAt5(ranked, right) {
  let hits = 0;
  let sum = 0;
  ranked.slice(0, 5).forEach((id, i) => {
    if (right.has(id)) sum += (hits += 1) / (i + 1);
  });
  return sum / Math.min(5, right.size);
}

/** What a ranking is worth over all posts that have a right claim; `interval` are the 2.5 and 97.5 % of a thousand bootstrap samples of MAP@5. */
export function rankingOf(posts, right, rank) {
  const judged = posts.filter((post) => right.has(post.id));
  const each = judged.map((post) => {
    const ranked = rank(post);
    const place = ranked.findIndex((id) => right.get(post.id).has(id));
    return { ap: precisionAt5(ranked, right.get(post.id)), place: place < 0 ? Infinity : place };
  });
  const within = (k) => round(mean(each.map((e) => (e.place < k ? 1 : 0))));
  return {
    posts: judged.length,
    'MAP@5': round(mean(each.map((e) => e.ap))),
    interval: interval(each.map((e) => e.ap)),
    MRR: round(mean(each.map((e) => 1 / (e.place + 1)))),
    'R@1': within(1),
    'R@10': within(10),
    'R@100': within(100),
  };
}

function interval(values, samples = 1000) {
  const random = seeded(1);
  const means = Array.from({ length: samples }, () => mean(values.map(() => values[Math.floor(random() * values.length)])));
  return [round(quantile(means, 0.025)), round(quantile(means, 0.975))];
}

/** F1 of each label and their mean, from pairs of what is right and what was said (null: nothing was). */
export function macroF1(labels, pairs) {
  const each = labels.map((label) => {
    const hit = pairs.filter((p) => p.right === label && p.said === label).length;
    const said = pairs.filter((p) => p.said === label).length;
    const right = pairs.filter((p) => p.right === label).length;
    return { label, precision: hit / said || 0, recall: hit / right, f1: (2 * hit) / (said + right) };
  });
  return {
    'macro-F1': round(mean(each.map((e) => e.f1))),
    ...Object.fromEntries(each.map((e) => [e.label, { precision: round(e.precision), recall: round(e.recall), F1: round(e.f1) }])),
  };
}
