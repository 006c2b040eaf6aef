import { STANCES } from '../../matching/stance/stance.js';
import type { StanceModel } from '../../matching/stance/stance-model.js';
import type { StanceExample } from './stance-example.js';

/** `penalty` holds the weights down; a sign is learned where posts about so many claims bear it; weights below `least` are left out. */
export interface Learning {
  rounds: number;
  penalty: number;
  claims: number;
  least: number;
}
const STEP = 0.05;
const K = STANCES.length;
type Row = { at: Int32Array; values: Float64Array; right: number };

/** Multinomial logistic regression with an L2 penalty, by Adam over all examples at once. */
export function softmaxModel(examples: readonly StanceExample[], learning: Learning): Omit<StanceModel, 'card'> {
  const names = signNames(examples, learning.claims);
  const places = new Map(names.map((name, i) => [name, i + 1]));
  const rows = examples.flatMap(({ signs, stance }) => (signs ? [rowOf(signs, STANCES.indexOf(stance), places)] : []));
  const weights = descend(rows, (names.length + 1) * K, learning);
  const round = (from: number) => Array.from({ length: K }, (_, k) => Math.round(weights[from * K + k] * 1000) / 1000 + 0);
  const kept = names.map((name, i) => [name, round(i + 1)] as const).filter(([, row]) => row.some((w) => Math.abs(w) >= learning.least));
  return { kind: 'stance', base: round(0), signs: Object.fromEntries(kept) };
}

/** The signs that posts about enough claims bear, in the order of the alphabet. */
function signNames(examples: readonly StanceExample[], least: number): string[] {
  const claims = new Map<string, Set<string>>();
  for (const { signs, claim } of examples)
    for (const name of signs?.keys() ?? []) {
      const known = claims.get(name);
      if (known) known.add(claim);
      else claims.set(name, new Set([claim]));
    }
  return [...claims].flatMap(([name, of]) => (of.size >= least ? [name] : [])).sort();
}

function rowOf(signs: ReadonlyMap<string, number>, right: number, places: ReadonlyMap<string, number>): Row {
  const known = [...signs].flatMap(([name, value]): [number, number][] => (places.has(name) ? [[places.get(name)!, value]] : []));
  return {
    right,
    at: Int32Array.from([0, ...known.map(([at]) => at)]),
    values: Float64Array.from([1, ...known.map(([, value]) => value)]),
  };
}

function descend(rows: readonly Row[], size: number, { rounds, penalty }: Learning): Float64Array {
  const weights = new Float64Array(size);
  const [first, second] = [new Float64Array(size), new Float64Array(size)];
  for (let round = 1; round <= rounds; round++) {
    const slope = new Float64Array(size);
    for (const row of rows) addSlope(row, weights, slope);
    const [early, earlier] = [1 - 0.9 ** round, 1 - 0.999 ** round];
    for (let i = 0; i < size; i++) {
      const d = slope[i] / rows.length + (i < K ? 0 : penalty * weights[i]);
      first[i] = 0.9 * first[i] + 0.1 * d;
      second[i] = 0.999 * second[i] + 0.001 * d * d;
      weights[i] -= (STEP * (first[i] / early)) / (Math.sqrt(second[i] / earlier) + 1e-8);
    }
  }
  return weights;
}

const sums = new Float64Array(K);
function addSlope({ at, values, right }: Row, weights: Float64Array, slope: Float64Array): void {
  sums.fill(0);
  for (let i = 0; i < at.length; i++) for (let k = 0; k < K; k++) sums[k] += weights[at[i] * K + k] * values[i];
  const top = Math.max(...sums);
  let all = 0;
  for (let k = 0; k < K; k++) all += sums[k] = Math.exp(sums[k] - top);
  for (let k = 0; k < K; k++) {
    const error = sums[k] / all - (k === right ? 1 : 0);
    for (let i = 0; i < at.length; i++) slope[at[i] * K + k] += error * values[i];
  }
}
