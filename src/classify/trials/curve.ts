import { shareOf, type Share } from './share.js';

/** How many decided matches scored from `from` (inclusive) to a hundredth above, and how many of them people confirmed. */
export interface Step {
  from: number;
  confirmed: number;
  rejected: number;
}
/** What a threshold would show of what was decided: how much of it is right, and how much of what is right. */
export interface CurvePoint {
  at: number;
  shown: number;
  precision: Share | null;
  recall: Share | null;
}

const STEPS = 20;

/** Precision and recall at each twentieth of the score, over matches that people decided. */
export function curveOf(steps: readonly Step[]): CurvePoint[] {
  const all = steps.reduce((sum, s) => sum + s.confirmed, 0);
  return Array.from({ length: STEPS }, (_, i) => {
    const at = i / STEPS;
    const shown = steps.filter((s) => s.from >= at - 1e-9);
    const right = shown.reduce((sum, s) => sum + s.confirmed, 0);
    const wrong = shown.reduce((sum, s) => sum + s.rejected, 0);
    return { at, shown: right + wrong, precision: shareOf(right, right + wrong), recall: shareOf(right, all) };
  });
}
