import type { Day } from '../../core/http/answer.js';
import type { Share } from '../trials/share.js';
import type { Thresholds } from '../trials/trial-answers.js';
import type { DriftBy } from './drift-table.js';
import type { DriftFigures } from './figures.js';
import type { Moved } from './moved.js';
import type { Stability } from './psi.js';

/** Posts first looked at on a day, or in the week or month that begins then. */
export interface DriftColumn extends DriftFigures {
  from: Day;
  /** of the best scores, beside the reference; null inside of it, by other rules, and of few posts */
  psi: Stability | null;
}
export interface DriftReference extends DriftFigures {
  from: Day;
  /** the first day after it */
  to: Day;
}
/** When posts came to be matched by other thresholds or another model. */
export interface RulesSwitch extends Thresholds {
  on: Day;
  /** the trial that put them in force; null: the product ships them so */
  trialId: string | null;
  trialNumber: number | null;
}
/** Whether posts, and what the matcher makes of them, are still such as they were when the rules in force began. */
export interface Drift {
  by: DriftBy;
  columns: DriftColumn[];
  /** the first days of the rules in force; null until a post was looked at by them */
  reference: DriftReference | null;
  /** what moved between the reference and the last column that has posts enough, what moved furthest first */
  latest: { from: Day; moved: Moved[] } | null;
  switches: RulesSwitch[];
  bounds: {
    referenceDays: number;
    leastPosts: number;
    psiMoved: number;
    psiMuch: number;
    psiFormula: string;
    psiMarksSource: string;
    psiChanceSource: string;
  };
}
/** How right suggestions of one claim are, by what inspectors decided. */
export interface ClaimPrecision {
  claimId: string;
  text: string;
  decided: number;
  /** strong suggestions are part of it */
  precision: Share;
  strongPrecision: Share | null;
  /** surely most of its suggestions are rejected */
  poor: boolean;
}
