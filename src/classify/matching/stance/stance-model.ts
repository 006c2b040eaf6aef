import { createHash } from 'node:crypto';
import type { ModelCard } from '../model.js';
import type { Tell } from './scene.js';
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
  /** The same for signs as they are told; those that the model does not know are let go at once. */
  heard(tellAll: (tell: Tell) => void): Record<StanceLabel, number>;
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
  const heard = hearer(model);
  return {
    id: createHash('sha256')
      .update(JSON.stringify([model.base, model.signs]))
      .digest('hex')
      .slice(0, 12),
    heard,
    scores: (signs) => heard((tell) => signs.forEach((value, name) => tell(name, value))),
  };
}

function hearer({ base, signs }: StanceModel): StanceScorer['heard'] {
  const known = new Map(Object.entries(signs).map(([name, row]) => [name, { row, value: 0, told: false }]));
  return (tellAll) => {
    const told: { row: number[]; value: number; told: boolean }[] = [];
    const sum = [...base];
    try {
      tellAll((name, value = 1) => {
        const sign = known.get(name);
        if (!sign) return;
        if (!sign.told) told.push(sign);
        sign.told = true;
        sign.value += value;
      });
      for (const { row, value } of told) for (let k = 0; k < sum.length; k++) sum[k] += row[k] * value;
    } finally {
      for (const sign of told) [sign.value, sign.told] = [0, false];
    }
    return softmax(sum);
  };
}
function softmax(sum: readonly number[]): Record<StanceLabel, number> {
  const top = Math.max(...sum);
  const powers = sum.map((v) => Math.exp(v - top));
  const all = powers.reduce((a, b) => a + b, 0);
  return Object.fromEntries(STANCES.map((s, i) => [s, powers[i] / all])) as Record<StanceLabel, number>;
}
