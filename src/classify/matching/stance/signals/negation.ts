import type { Scene, Tell } from '../scene.js';

const REACH = 4;

/** Negations that the claim does not hold: right before its words, right behind them, elsewhere; and whether the claim itself denies. */
export function negation({ post, pair, words, own, main, from, to }: Scene, tell: Tell): void {
  const known = words.negations[post.language];
  const { exact } = pair.wording;
  const turned = new Set<string>();
  exact.forEach((word, i) => {
    if (known.get(word)?.some((p) => p.exact.length === 1) || /n['’]t$/.test(word))
      exact.slice(i + 1, i + 1 + REACH).forEach((w) => turned.add(w));
  });
  if (turned.size > 0) tell('negation:claim');
  const near = (at: number, step: number) => {
    for (let j = at + step, n = 0; n < REACH && j >= from && j <= to && post.sentences[j] === post.sentences[at]; j += step, n++)
      if (own.has(j)) return j;
    return -1;
  };
  let all = 0;
  for (let i = from; i <= to; i++) {
    if (!post.negated.has(i)) continue;
    all++;
    const after = near(i, 1);
    const before = near(i, -1);
    const same = after >= 0 && turned.has(post.tokens[after].exact);
    if (same) tell('negation:as-claimed', 0.5);
    else if (after >= 0) tell(turned.size > 0 ? 'negation:before-match:of-negated' : 'negation:before-match', 0.5);
    else if (before >= 0) tell('negation:behind-match', 0.5);
    if (post.sentences[i] === main) tell('negation:in-sentence', 0.5);
  }
  if (all === 0) tell(turned.size > 0 ? 'negation:none-of-negated' : 'negation:none');
  else tell('negation:many', Math.min(3, all) / 3);
}
