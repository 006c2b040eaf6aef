import type { Example, Linear } from './example.js';

const ROUNDS = 150;
const STEP = 0.1;
/**
 * The chance that a claim is the right one for a post, by logistic regression with an L2 penalty; Adam (Kingma and Ba 2015) over all rows
 * at once. Signals are scaled. Each speaks for a match, so no weight falls below nought: what a small set of claims teaches against one
 * does not hold for a larger.
 */
export function logistic(examples: readonly Example[], penalty: number): Linear {
  const rows = examples.flatMap((e) => e.rows.map((row, i) => ({ row, right: e.right[i] })));
  const n = rows[0].row.length;
  const yes = Math.max(1, rows.filter((r) => r.right).length);
  const weights = new Float64Array(n + 1); // the last is the base
  const [first, second] = [new Float64Array(n + 1), new Float64Array(n + 1)];
  for (let round = 1; round <= ROUNDS; round++) {
    const slope = weights.map((w, i) => (i < n ? penalty * w : 0));
    for (const { row, right } of rows) {
      const sum = row.reduce((s, v, i) => s + v * weights[i], weights[n]);
      const error = (1 / (1 + Math.exp(-sum)) - (right ? 1 : 0)) / yes;
      row.forEach((v, i) => (slope[i] += error * v));
      slope[n] += error;
    }
    slope.forEach((d, i) => {
      first[i] = 0.9 * first[i] + 0.1 * d;
      second[i] = 0.999 * second[i] + 0.001 * d * d;
      weights[i] -= (STEP * (first[i] / (1 - 0.9 ** round))) / (Math.sqrt(second[i] / (1 - 0.999 ** round)) + 1e-8);
      if (i < n) weights[i] = Math.max(0, weights[i]);
    });
  }
  return { base: weights[n], weights: weights.slice(0, n) };
}
