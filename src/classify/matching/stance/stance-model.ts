import { createHash } from 'node:crypto';
import type { ModelCard } from '../model.js';
import { STANCES, type StanceLabel } from './stance.js';

/** Of each sign what it adds to each stance, in the order of STANCES; their sums go through the softmax. */
export interface StanceModel {
  kind: 'stance';
  base: number[];
  signs: Record<string, number[]>;
  card: Omit<ModelCard, 'date'>;
}
export interface StanceScorer {
  /** the first 12 hex digits of the SHA-256 of the weights */
  id: string;
  scores(signs: ReadonlyMap<string, number>): Record<StanceLabel, number>;
}

/** What is wrong with a model, in words. */
export function stanceModelFaults(model: unknown): string[] {
  const { kind, base, signs } = (model ?? {}) as Partial<StanceModel>;
  if (kind !== 'stance') return ['this is no model of stances: "kind" must be "stance"'];
  const four = (row: unknown) =>
    Array.isArray(row) && row.length === STANCES.length && row.every((n) => typeof n === 'number' && Number.isFinite(n));
  const faults = four(base) ? [] : [`"base" must be ${STANCES.length} numbers`];
  if (typeof signs !== 'object' || signs === null || Object.keys(signs).length === 0) return [...faults, '"signs" must name a sign'];
  for (const [name, row] of Object.entries(signs)) if (!four(row)) faults.push(`"signs": ${name} must be ${STANCES.length} numbers`);
  return faults;
}

/** Ready to score. Throws an Error that names each fault. */
export function stanceScorer(model: StanceModel): StanceScorer {
  const faults = stanceModelFaults(model);
  if (faults.length > 0) throw new Error(faults.join('\n'));
  const weights = new Map(Object.entries(model.signs));
  return {
    id: createHash('sha256')
      .update(JSON.stringify([model.base, model.signs]))
      .digest('hex')
      .slice(0, 12),
    scores: (signs) => softmax(sums(model.base, weights, signs)),
  };
}

function sums(base: readonly number[], weights: ReadonlyMap<string, number[]>, signs: ReadonlyMap<string, number>): number[] {
  const sum = [...base];
  for (const [name, value] of signs) {
    const row = weights.get(name);
    if (row) for (let k = 0; k < sum.length; k++) sum[k] += row[k] * value;
  }
  return sum;
}
function softmax(sum: readonly number[]): Record<StanceLabel, number> {
  const top = Math.max(...sum);
  const powers = sum.map((v) => Math.exp(v - top));
  const all = powers.reduce((a, b) => a + b, 0);
  return Object.fromEntries(STANCES.map((s, i) => [s, powers[i] / all])) as Record<StanceLabel, number>;
}
