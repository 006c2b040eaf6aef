import { SPREAD_STANCES } from '../spread/spread.js';
import type { Share } from '../trials/share.js';
import type { DriftFigures } from './figures.js';

export const MOVING = ['suggested', 'strong', 'vietnamese', 'precision', 'strongPrecision', 'missed', ...SPREAD_STANCES] as const;
/** A share that is another than it was. */
export interface Moved {
  figure: (typeof MOVING)[number];
  now: Share;
  before: Share;
}
const isStance = (figure: Moved['figure']): figure is keyof DriftFigures['stance'] =>
  (SPREAD_STANCES as readonly string[]).includes(figure);
const shareIn = (of: DriftFigures, figure: Moved['figure']): Share | null => (isStance(figure) ? of.stance[figure] : of[figure]);

/** Shares whose intervals do not meet and that differ by so much, what moved furthest first. */
export function movedBetween(now: DriftFigures, before: DriftFigures, { least }: { least: number }): Moved[] {
  const found = MOVING.flatMap((figure): Moved[] => {
    const [after, then] = [shareIn(now, figure), shareIn(before, figure)];
    if (!after || !then) return [];
    const apart = after.low > then.high || after.high < then.low;
    return apart && Math.abs(after.share - then.share) >= least ? [{ figure, now: after, before: then }] : [];
  });
  return found.sort((a, b) => Math.abs(b.now.share - b.before.share) - Math.abs(a.now.share - a.before.share));
}
