import { labelOf } from '../../matching/stance/stance-of.js';
import { STANCES, type StanceLabel } from '../../matching/stance/stance.js';
import { stanceScorer } from '../../matching/stance/stance-model.js';
import { shuffled } from '../train.js';
import { softmaxModel, type Learning } from './softmax.js';
import type { StanceExample } from './stance-example.js';

/** A pair that the model had not seen, and the scores that it was given. */
export interface Judged {
  right: StanceLabel;
  lang: string;
  scores: Record<StanceLabel, number>;
  said: StanceLabel | null;
}
type Thresholds = Record<StanceLabel, number>;
const UNSEEN: Record<StanceLabel, number> = { spread: 0, denial: 0, question: 0, unrelated: 1 };
const RECALL = 0.9;

/** Each fold of claims is judged by a model of the others. `more` teaches beside `pairs` and is not judged. The same seed gives the same folds. */
export function crossJudge(
  { pairs, more }: { pairs: readonly StanceExample[]; more: readonly StanceExample[] },
  { folds, seed, learning, thresholds }: { folds: number; seed: number; learning: Learning; thresholds: Thresholds },
): Judged[][] {
  const fold = new Map(shuffled([...new Set(pairs.map((e) => e.claim))], seed).map((claim, i) => [claim, i % folds]));
  return Array.from({ length: folds }, (_, n) => {
    const seen = [...pairs, ...more].filter((e) => fold.get(e.claim) !== n);
    const { scores } = stanceScorer({ ...softmaxModel(seen, learning), card: { trained_on: [], command: '', seed, figures: {} } });
    return pairs
      .filter((e) => fold.get(e.claim) === n)
      .map(({ signs, stance, lang }) => {
        const given = signs ? scores(signs) : UNSEEN;
        const top = labelOf(given);
        return { right: stance, lang, scores: given, said: given[top] >= thresholds[top] ? top : null };
      });
  });
}

/** The mean over the stances of F1; no label is wrong. */
export function macroF1(judged: readonly Judged[]): number {
  const each = STANCES.map((stance) => {
    const hits = judged.filter((j) => j.right === stance && j.said === stance).length;
    return hits === 0 ? 0 : (2 * hits) / (judged.filter((j) => j.right === stance).length + judged.filter((j) => j.said === stance).length);
  });
  return each.reduce((a, b) => a + b, 0) / each.length;
}

export function figuresOf(folds: readonly Judged[][]): Record<string, number> {
  const all = folds.flat();
  const share = (some: readonly Judged[], of: (j: Judged) => boolean) => some.filter(of).length / Math.max(1, some.length);
  const each = folds.map(macroF1);
  const mean = each.reduce((a, b) => a + b, 0) / each.length;
  const spreads = all.filter((j) => j.right === 'spread').map((j) => j.scores.spread);
  const from = spreads.sort((a, b) => b - a)[Math.max(0, Math.ceil(spreads.length * RECALL) - 1)] ?? 1;
  const denials = all.filter((j) => j.right === 'denial');
  return {
    'macro-F1, cross-validated': mean,
    'spread over the folds': Math.sqrt(each.reduce((sum, f) => sum + (f - mean) ** 2, 0) / each.length),
    ...Object.fromEntries(
      [...new Set(all.map((j) => j.lang))].sort().map((l) => [`macro-F1, ${l}`, macroF1(all.filter((j) => j.lang === l))]),
    ),
    'no label': share(all, (j) => j.said === null),
    'recall of spread': share(
      all.filter((j) => j.right === 'spread'),
      (j) => j.said === 'spread',
    ),
    'denials taken for spread': share(denials, (j) => j.said === 'spread'),
    'denials taken for spread at 0.9 recall of spread': share(denials, (j) => j.scores.spread >= from),
  };
}
