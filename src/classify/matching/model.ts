import { createHash } from 'node:crypto';
import type { Aligned } from './align.js';
import { SIGNALS } from './signals/all.js';

/** What a model was trained on, by which command, and how well it did; for people. */
export interface ModelCard {
  trained_on: string[];
  command: string;
  date: string;
  seed: number;
  figures: Record<string, number>;
}
/** A linear model over the signals; its sum goes through the logistic function and is the chance that the post is about the claim. */
export interface MatcherModel {
  kind: 'matcher';
  base: number;
  weights: Record<string, number>;
  card: ModelCard;
}
export interface Scorer {
  /** the first 12 hex digits of the SHA-256 of the weights */
  id: string;
  score(values: Float64Array): number;
}

export const SIGNAL_NAMES = Object.keys(SIGNALS);

const ALL = Object.values(SIGNALS);

/** Takes a wording into the signals of its claim: of each the best that one of its wordings gives. */
export function raise(values: Float64Array, pair: Aligned): void {
  for (let i = 0; i < ALL.length; i++) values[i] = Math.max(values[i], ALL[i](pair));
}

/** What is wrong with a model, in words; a model is a file that people bring. */
export function modelFaults(model: unknown): string[] {
  const { kind, base, weights } = (model ?? {}) as Partial<MatcherModel>;
  if (kind !== 'matcher') return ['this is no model of a matcher: "kind" must be "matcher"'];
  const faults: string[] = [];
  const finite = (value: unknown) => typeof value === 'number' && Number.isFinite(value);
  if (!finite(base)) faults.push('"base" must be a number');
  if (typeof weights !== 'object' || weights === null) return [...faults, '"weights" must be an object'];
  for (const [name, weight] of Object.entries(weights)) {
    if (!Object.hasOwn(SIGNALS, name)) faults.push(`"weights": there is no signal ${JSON.stringify(name)}`);
    if (!finite(weight)) faults.push(`"weights": ${name} must be a number`);
  }
  if (Object.keys(weights).length === 0) faults.push('"weights" must name a signal');
  return faults;
}

/** Ready to score. Throws an Error that names each fault. */
export function scorer(model: MatcherModel): Scorer {
  const faults = modelFaults(model);
  if (faults.length > 0) throw new Error(faults.join('\n'));
  const weights = SIGNAL_NAMES.map((name) => model.weights[name] ?? 0);
  return {
    id: createHash('sha256')
      .update(JSON.stringify([model.base, weights]))
      .digest('hex')
      .slice(0, 12),
    score: (values) => {
      let sum = model.base;
      for (let i = 0; i < weights.length; i++) sum += weights[i] * values[i];
      return 1 / (1 + Math.exp(-sum));
    },
  };
}
