import { dice } from './dice.js';
import { type Example, type Linear, valueOf } from './example.js';
import { logistic } from './logistic.js';
import { scaled, scaleOf, unscaled } from './scale.js';

const PENALTY = 0.05;
/** candidates further down teach nothing more */
const TAUGHT = 10;

/** A model of what makes a claim the right one for a post; its sum is the logit of the chance. */
export function train(examples: readonly Example[]): Linear {
  const taught = examples.map(nearest);
  const scale = scaleOf(taught);
  return unscaled(logistic(scaled(taught, scale), PENALTY), scale);
}

/** The first candidates of a post, and all right ones. */
function nearest({ rows, right, of }: Example): Example {
  const kept = [...rows.keys()].filter((i) => i < TAUGHT || right[i]);
  return { rows: kept.map((i) => rows[i]), right: kept.map((i) => right[i]), of };
}

/** The candidates of a post, the best first. */
export function ranking(model: Linear, { rows }: Example): number[] {
  const values = rows.map((row) => valueOf(model, row));
  return [...rows.keys()].sort((a, b) => values[b] - values[a] || a - b);
}

/** Average precision of the first five. */
export function precisionAt5(model: Linear, example: Example): number {
  let hits = 0;
  let sum = 0;
  ranking(model, example)
    .slice(0, 5)
    .forEach((i, place) => {
      if (example.right[i]) sum += (hits += 1) / (place + 1);
    });
  return sum / Math.min(5, example.of);
}

/** MAP@5 over posts that the model has not seen: each fold is judged by a model of the others. The same seed gives the same folds. */
export function crossValidate(examples: readonly Example[], folds: number, seed: number): number {
  const order = shuffled(examples, seed);
  const each = Array.from({ length: folds }, (_, fold) => {
    const model = train(order.filter((_, i) => i % folds !== fold));
    return order.filter((e, i) => i % folds === fold && e.of > 0).map((e) => precisionAt5(model, e));
  }).flat();
  return each.reduce((a, b) => a + b, 0) / each.length;
}

/** In an order that the seed alone decides. */
export function shuffled<T>(list: readonly T[], seed: number): T[] {
  const copy = [...list];
  const throwOf = dice(seed);
  for (let i = copy.length - 1; i > 0; i--) {
    const j = throwOf(i + 1);
    [copy[i], copy[j]] = [copy[j], copy[i]];
  }
  return copy;
}
