// How fast posts are set beside a registry, and how well those of the fixture: `npm run bench -- match`.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const built = (file) => import(join(root, 'dist', 'src', 'classify', file));
const rows = (file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((l) => JSON.parse(l));
const share = (n, of) => (of === 0 ? null : Math.round((n / of) * 1000) / 1000);
const quantile = (sorted, q) => sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))];

export default async function bench() {
  const { ClaimIndex } = await built('matching/claim-index.js');
  const { match } = await built('matching/match.js');
  const { matching } = await built('matching/matching-table.js');
  const index = (claims) => new ClaimIndex(claims, matching.text, matching.index, matching.common);
  const claim = (id, wordings) => ({ claimId: String(id), versionId: String(id), falseFrom: null, falseTo: null, wordings });
  const ask = (text, where, top = 10) => match({ text, date: null }, where, matching, { top });

  const labelled = rows(join(root, 'test', 'fixtures', 'matching.jsonl'));
  const claims = labelled.filter((r) => r.kind === 'claim');
  const posts = labelled.filter((r) => r.kind === 'post');
  return { quality: quality(), speed: [1_000, 10_000].map(speed), node: process.version };

  function quality() {
    const small = index(claims.map((c) => claim(c.id, c.wordings)));
    const about = posts.filter((p) => p.claims.length > 0);
    const { suggest, strong } = matching.score.thresholds;
    const count = {
      first: 0,
      third: 0,
      suggested: 0,
      strong: 0,
      suggestRight: 0,
      suggestAll: 0,
      strongRight: 0,
      strongAll: 0,
      stanceRight: 0,
      stanceNone: 0,
      denialAsSpread: 0,
    };
    const falseAlarms = { suggest: 0, strong: 0 };
    for (const post of posts) {
      const found = ask(post.text, small, 5);
      const place = found.findIndex((m) => post.claims.includes(m.claimId));
      for (const m of found) {
        const right = post.claims.includes(m.claimId) ? 1 : 0;
        if (m.score >= suggest) {
          count.suggestAll++;
          count.suggestRight += right;
        }
        if (m.score >= strong) {
          count.strongAll++;
          count.strongRight += right;
        }
      }
      if (post.claims.length === 0) {
        if (found[0]?.score >= suggest) falseAlarms.suggest++;
        if (found[0]?.score >= strong) falseAlarms.strong++;
        continue;
      }
      if (place === 0) count.first++;
      if (place >= 0 && place < 3) count.third++;
      if (place < 0) continue;
      if (found[place].score >= suggest) count.suggested++;
      if (found[place].score >= strong) count.strong++;
      const { label } = found[place].stance;
      if (label === post.stance) count.stanceRight++;
      if (label === null) count.stanceNone++;
      if (post.stance === 'denial' && label === 'spread') count.denialAsSpread++;
    }
    const nothing = posts.length - about.length;
    return {
      claims: claims.length,
      posts: posts.length,
      'recall@1': share(count.first, about.length),
      'recall@3': share(count.third, about.length),
      suggest: {
        recall: share(count.suggested, about.length),
        precision: share(count.suggestRight, count.suggestAll),
        'false alarms on other posts': share(falseAlarms.suggest, nothing),
      },
      strong: {
        recall: share(count.strong, about.length),
        precision: share(count.strongRight, count.strongAll),
        'false alarms on other posts': share(falseAlarms.strong, nothing),
      },
      stance: {
        right: share(count.stanceRight, about.length),
        'no label': share(count.stanceNone, about.length),
        'denials taken for spread': share(count.denialAsSpread, posts.filter((p) => p.stance === 'denial').length),
      },
    };
  }

  function speed(n) {
    const random = sequence(n);
    const words = claims.flatMap((c) => c.wordings.join(' ').split(/\s+/));
    const made = Array.from({ length: n }, (_, i) =>
      claim(i, [
        Array.from(
          { length: 8 + Math.floor(random() * 12) },
          () => words[Math.floor(random() * words.length)] + (random() < 0.3 ? ` ${Math.floor(random() * 5000)}` : ''),
        ).join(' '),
      ]),
    );
    const began = performance.now();
    const large = index([...claims.map((c) => claim(c.id, c.wordings)), ...made]);
    const built = performance.now() - began;
    for (const post of posts) ask(post.text, large, 5);
    const times = [];
    for (let round = 0; round < 10; round++)
      for (const post of posts) {
        const t = performance.now();
        ask(post.text, large, 5);
        times.push(performance.now() - t);
      }
    const total = times.reduce((a, b) => a + b, 0);
    times.sort((a, b) => a - b);
    return {
      claims: n + claims.length,
      'built in ms': Math.round(built),
      'posts a second': Math.round((times.length / total) * 1000),
      'p50 ms': +quantile(times, 0.5).toFixed(2),
      'p99 ms': +quantile(times, 0.99).toFixed(2),
      'memory MB': Math.round(process.memoryUsage().rss / 2 ** 20),
    };
  }
}

/** The same numbers at every run. */
function sequence(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state * 1664525 + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
