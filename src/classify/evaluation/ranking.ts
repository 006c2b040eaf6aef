import { dice } from '../training/dice.js';
import type { Answered } from './answered.js';

/** A figure with the bounds between which 95 of 100 bootstrap samples of the posts lie. */
export interface Measured {
  value: number;
  interval: [number, number];
}
const SAMPLES = 1000;
const DEPTHS = [1, 10, 100];

/**
 * What the order of answers is worth over the posts that are about a known claim; null where there is none. Recall of a place is told
 * only as far as `depth` answers were asked for.
 */
export function rankingOf(posts: readonly Answered[], { depth, seed }: { depth: number; seed: number }): Record<string, Measured> | null {
  const about = posts.filter((post) => post.right.size > 0);
  if (about.length === 0) return null;
  const each: Record<string, Float64Array> = {
    'MAP@5': Float64Array.from(about, precisionAt5),
    MRR: Float64Array.from(about, (post) => 1 / (placeOf(post) + 1)),
    'P@1': Float64Array.from(about, (post) => (placeOf(post) === 0 ? 1 : 0)),
    ...Object.fromEntries(DEPTHS.filter((k) => k <= depth).map((k) => [`R@${k}`, Float64Array.from(about, (post) => recallAt(post, k))])),
  };
  const names = Object.keys(each);
  const sampled = samples(Object.values(each), about.length, seed);
  return Object.fromEntries(names.map((name, i) => [name, { value: mean(each[name]), interval: inner(sampled[i]) }]));
}

const isRight = ({ right, answers }: Answered): boolean[] => answers.map(({ claim }) => right.has(claim));
function placeOf(post: Answered): number {
  const place = isRight(post).indexOf(true);
  return place < 0 ? Infinity : place;
}
const recallAt = (post: Answered, k: number): number => isRight(post).slice(0, k).filter(Boolean).length / post.right.size;
function precisionAt5(post: Answered): number {
  let hits = 0;
  const at = isRight(post)
    .slice(0, 5)
    .map((right, i) => (right ? (hits += 1) / (i + 1) : 0));
  return at.reduce((a, b) => a + b, 0) / Math.min(5, post.right.size);
}

/** The mean of each figure over posts drawn again and again, the same posts for all figures. */
function samples(figures: Float64Array[], posts: number, seed: number): Float64Array[] {
  const throwOf = dice(seed);
  const means = figures.map(() => new Float64Array(SAMPLES));
  for (let sample = 0; sample < SAMPLES; sample++)
    for (let n = 0; n < posts; n++) {
      const post = throwOf(posts);
      figures.forEach((values, i) => (means[i][sample] += values[post] / posts));
    }
  return means;
}
const mean = (values: Float64Array): number => values.reduce((a, b) => a + b, 0) / values.length;
function inner(values: Float64Array): [number, number] {
  const sorted = values.toSorted();
  return [sorted[Math.floor(0.025 * SAMPLES)], sorted[Math.ceil(0.975 * SAMPLES) - 1]];
}
