import { dice } from '../training/dice.js';
import { sumOf, type Row } from './vector.js';

const ROUNDS = 60;
const ENOUGH = 0.01;

/**
 * Weights that part two kinds of rows (`side` 1 and -1): a linear support vector machine with squared loss and an L2 penalty, by dual
 * coordinate descent (Hsieh et al. 2008). `cost` is what a row on the wrong side costs. The base is the last weight.
 */
export function separate(
  rows: readonly Row[],
  side: Int8Array,
  signs: number,
  { cost, seed }: { cost: number; seed: number },
): Float64Array {
  const weights = new Float64Array(signs + 1);
  const pull = new Float64Array(rows.length);
  const slack = 1 / (2 * cost);
  const squares = rows.map(({ values }) => values.reduce((sum, v) => sum + v * v, 1 + slack));
  const order = rows.map((_, i) => i);
  const throwOf = dice(seed);
  for (let round = 0; round < ROUNDS; round++) {
    let worst = 0;
    for (let left = order.length; left > 0; left--) {
      const drawn = throwOf(left);
      const row = order[drawn];
      order[drawn] = order[left - 1];
      order[left - 1] = row;
      const slope = side[row] * sumOf(rows[row], weights) - 1 + slack * pull[row];
      const free = pull[row] === 0 ? Math.min(slope, 0) : slope;
      worst = Math.max(worst, Math.abs(free));
      if (free !== 0) pull[row] += moved(rows[row], side[row], Math.max(-pull[row], -slope / squares[row]), weights);
    }
    if (worst < ENOUGH) break;
  }
  return weights;
}

function moved({ at, values }: Row, side: number, by: number, weights: Float64Array): number {
  for (let i = 0; i < at.length; i++) weights[at[i]] += by * side * values[i];
  weights[weights.length - 1] += by * side;
  return by;
}
