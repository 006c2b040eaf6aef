import { separate } from './separate.js';
import type { StyleModel } from './style-model.js';
import { numbered, rarityOf, weighed, type Numbers, type Row } from './vector.js';

/** A post to learn from; `second`: it bears the second label. */
export interface StyleExample {
  kinds: readonly Row[];
  second: boolean;
}
export const exampleOf = (text: string, second: boolean, numbers: Numbers): StyleExample => ({ kinds: numbered(text, numbers.of), second });

/** Chosen by cross-validation (docs/decisions/0062). */
const LEAST_POSTS = 2;
const [PLAIN, BY_RATIO] = [1, 0.1];

/** In how many posts each sign stands, its rarity (0 where these are too few), and its weight; the last weight is the base. */
export interface Learned {
  of: Uint32Array;
  rarity: Float64Array;
  weights: Float64Array;
}

/**
 * The sum of two separations of the posts: by the signs as they are, and by the signs times the logarithm of how much oftener each
 * stands under one label than under the other (NB-SVM, Wang and Manning 2012). Both are linear in the signs, so they are one set of weights.
 */
export function learn(examples: readonly StyleExample[], signs: number, seed: number): Learned {
  const of = new Uint32Array(signs);
  for (const { kinds } of examples) for (const { at } of kinds) for (let i = 0; i < at.length; i++) of[at[i]] += 1;
  const rarity = Float64Array.from(of, (n) => (n >= LEAST_POSTS ? rarityOf(examples.length, n) : 0));
  const rows = examples.map(({ kinds }) => weighed(kinds, rarity));
  const side = Int8Array.from(examples, ({ second }) => (second ? 1 : -1));
  const ratio = ratios(rows, side, rarity);
  const weights = separate(rows, side, signs, { cost: PLAIN, seed });
  for (const { at, values } of rows) for (let i = 0; i < at.length; i++) values[i] *= ratio[at[i]];
  const byRatio = separate(rows, side, signs, { cost: BY_RATIO, seed });
  return { of, rarity, weights: weights.map((w, i) => w + byRatio[i] * (i < signs ? ratio[i] : 1)) };
}

function ratios(rows: readonly Row[], side: Int8Array, rarity: Float64Array): Float64Array {
  const heard = rarity.map((rare) => (rare === 0 ? 0 : 1));
  const [second, first] = [heard.slice(), heard.slice()];
  rows.forEach(({ at }, row) => {
    const counts = side[row] > 0 ? second : first;
    for (let i = 0; i < at.length; i++) counts[at[i]] += 1;
  });
  const total = (counts: Float64Array) => counts.reduce((a, b) => a + b, 0);
  const [allSecond, allFirst] = [total(second), total(first)];
  return second.map((n, i) => (n === 0 ? 0 : Math.log(n / allSecond / (first[i] / allFirst))));
}

/** A sum of weights as the logit of a chance: `steep` times the sum, and `base` more. */
export interface Steepness {
  steep: number;
  base: number;
}
/** As a file holds it, signs in the order of the alphabet. */
export function asModel(
  { of, rarity, weights }: Learned,
  names: readonly string[],
  { steep, base }: Steepness,
  posts: number,
): Pick<StyleModel, 'posts' | 'base' | 'signs'> {
  const round = (n: number) => Math.round(n * 10_000) / 10_000 + 0;
  const kept = [...names.keys()].filter((i) => rarity[i] > 0).sort((a, b) => (names[a] < names[b] ? -1 : 1));
  return {
    posts,
    base: round(weights[names.length] * steep + base),
    signs: Object.fromEntries(kept.map((i) => [names[i], [of[i], round(weights[i] * steep)]])),
  };
}
