import type { Example, Linear } from './example.js';

/** Mean and spread of each signal over all rows; a signal that never changes has the spread 1. */
export interface Scale {
  mean: Float64Array;
  spread: Float64Array;
}

// what sums of equal numbers differ by
const LEAST = 1e-12;

export function scaleOf(examples: readonly Example[]): Scale {
  const rows = examples.flatMap((e) => e.rows);
  const mean = new Float64Array(rows[0].length);
  const spread = new Float64Array(rows[0].length);
  for (const row of rows) row.forEach((v, i) => (mean[i] += v / rows.length));
  for (const row of rows) row.forEach((v, i) => (spread[i] += (v - mean[i]) ** 2 / rows.length));
  return { mean, spread: spread.map((v) => (v > LEAST ? Math.sqrt(v) : 1)) };
}
export const scaled = (examples: readonly Example[], { mean, spread }: Scale): Example[] =>
  examples.map((e) => ({ ...e, rows: e.rows.map((row) => row.map((v, i) => (v - mean[i]) / spread[i])) }));

/** The same model for signals as they are. */
export function unscaled({ base, weights }: Linear, { mean, spread }: Scale): Linear {
  const plain = weights.map((w, i) => w / spread[i]);
  return { base: base - plain.reduce((sum, w, i) => sum + w * mean[i], 0), weights: plain };
}
