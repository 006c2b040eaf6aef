/** Sums of whole multiples of this come out the same in any order, so that what a search skips changes no score. */
const GRAIN = 2 ** -32;
const LIFT = 1.5 * 2 ** 52 * GRAIN;
export const rounded = (value: number): number => value + LIFT - LIFT;

/** BM25: how much a key counts that stands `n` times in a claim of so many. */
export const saturation = (n: number, length: number, { k1, b }: { k1: number; b: number }, average: number): number =>
  (n * (k1 + 1)) / (n + k1 * (1 - b + (b * length) / average));
