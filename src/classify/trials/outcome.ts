import { shareOf, type Share } from './share.js';
import { SHOWN_AS, type Decided, type Shown, type Tally } from './compare.js';

/** How the rules in force, or those on trial, do on what people decided. */
export interface Outcome {
  suggest: { precision: Share | null; recall: Share | null };
  strong: { precision: Share | null; recall: Share | null };
  /** claims shown that nobody decided on */
  undecided: number;
}

/** The figures of one side of a tally. */
export function outcomeOf(tally: Tally, side: 'before' | 'after'): Outcome {
  const sum = (decided: Decided, among: readonly Shown[]): number =>
    SHOWN_AS.flatMap((before) => SHOWN_AS.map((after) => ({ before, after })))
      .filter((cell) => among.includes(cell[side]))
      .reduce((n, { before, after }) => n + tally[decided][before][after], 0);
  const figures = (among: readonly Shown[]) => {
    const right = sum('confirmed', among);
    return { precision: shareOf(right, right + sum('rejected', among)), recall: shareOf(right, sum('confirmed', SHOWN_AS)) };
  };
  return { suggest: figures(['suggest', 'strong']), strong: figures(['strong']), undecided: sum('undecided', ['suggest', 'strong']) };
}
