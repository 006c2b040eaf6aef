import { shuffled } from '../training/train.js';
import { learn, type Steepness, type StyleExample } from './learn.js';
import { sumOf, weighed } from './vector.js';

/** A post that the model had not seen: what it is, and the sum of weights that it was given. */
export interface Unseen {
  second: boolean;
  sum: number;
}
const [ROUNDS, SMALLEST, LEAST] = [100, 1e-6, 1e-9];
const LINK = /(?:https?:\/\/|www\.)\S+/gi;
const NO_WORD = /[^\p{L}\p{N}]+/gu;

/** What two posts have in common that differ in case, links and punctuation alone. */
export const sameness = (text: string): string => text.toLowerCase().replace(LINK, ' ').replace(NO_WORD, ' ').trim();

/** Each fold is judged by a model of the others; posts of one group lie in one fold. The same seed gives the same folds. */
export function unseen(
  examples: readonly StyleExample[],
  groups: readonly string[],
  { signs, folds, seed }: { signs: number; folds: number; seed: number },
): Unseen[] {
  const fold = new Map(shuffled([...new Set(groups)], seed).map((group, i) => [group, i % folds]));
  return Array.from({ length: folds }, (_, n) => {
    const inFold = (i: number) => fold.get(groups[i]) === n;
    const seen = examples.filter((_e, i) => !inFold(i));
    const { rarity, weights } = learn(seen, signs, seed);
    return examples.filter((_e, i) => inFold(i)).map(({ kinds, second }) => ({ second, sum: sumOf(weighed(kinds, rarity), weights) }));
  }).flat();
}

/** What makes chances of sums: logistic regression on sums of unseen posts, by Newton's method, its targets drawn in a little (Platt 1999). */
export function steepnessOf(posts: readonly Unseen[]): Steepness {
  const yes = posts.filter((p) => p.second).length;
  const target = (second: boolean) => (second ? (yes + 1) / (yes + 2) : 1 / (posts.length - yes + 2));
  const loss = ({ steep, base }: Steepness) =>
    posts.reduce((all, { second, sum }) => {
      const logit = steep * sum + base;
      return all + Math.log1p(Math.exp(-Math.abs(logit))) + Math.max(logit, 0) - target(second) * logit;
    }, 0);
  let now: Steepness = { steep: 1, base: 0 };
  for (let round = 0; round < ROUNDS; round++) {
    const step = newton(posts, now, target);
    const before = loss(now);
    let next = now;
    for (let part = 1; part > SMALLEST; part /= 2) {
      next = { steep: now.steep - part * step.steep, base: now.base - part * step.base };
      if (loss(next) < before) break;
      next = now;
    }
    if (next === now) break;
    now = next;
  }
  return now;
}
function newton(posts: readonly Unseen[], { steep, base }: Steepness, target: (second: boolean) => number): Steepness {
  let [slopeBase, slopeSteep, bendBase, bendBoth, bendSteep] = [0, 0, LEAST, 0, LEAST];
  for (const { second, sum } of posts) {
    const chance = 1 / (1 + Math.exp(-(steep * sum + base)));
    const [error, bend] = [chance - target(second), chance * (1 - chance)];
    slopeBase += error;
    slopeSteep += error * sum;
    bendBase += bend;
    bendBoth += bend * sum;
    bendSteep += bend * sum * sum;
  }
  const all = bendBase * bendSteep - bendBoth * bendBoth;
  return { base: (bendSteep * slopeBase - bendBoth * slopeSteep) / all, steep: (bendBase * slopeSteep - bendBoth * slopeBase) / all };
}

/** F1 of each label, and their mean weighed by how often each occurs. */
export function f1Of(posts: readonly { second: boolean; said: boolean }[]): { first: number; second: number; weighted: number } {
  const of = (label: boolean) => {
    const hits = posts.filter((p) => p.second === label && p.said === label).length;
    const both = posts.filter((p) => p.second === label).length + posts.filter((p) => p.said === label).length;
    return both === 0 ? 0 : (2 * hits) / both;
  };
  const share = posts.filter((p) => p.second).length / posts.length;
  const [first, second] = [of(false), of(true)];
  return { first, second, weighted: first * (1 - share) + second * share };
}
