import type { Moment } from '../../core/http/answer.js';
import type { NextAct } from '../../core/flow/flow.js';
import type { CurvePoint } from './curve.js';
import type { Decided, Shown } from './compare.js';
import type { Outcome } from './outcome.js';
import type { RecallEstimate } from './recall.js';
import type { TrialState } from './trial.flow.js';

export interface Thresholds {
  suggest: number;
  strong: number;
  model: string;
}
export interface TrialLine {
  id: string;
  number: number;
  state: TrialState;
  /** on trial */
  tried: Thresholds;
  /** in force when it was asked for */
  base: Thresholds;
  reason: string;
  askedBy: string;
  askedAt: Moment;
  decidedBy: string | null;
  decidedAt: Moment | null;
  /** judged posts that it runs over, and how many it has */
  posts: number;
  done: number;
  /** why it stands still */
  failure: string | null;
}
export interface TrialFile extends TrialLine {
  before: Outcome;
  after: Outcome;
  /** how many matches would come out otherwise */
  changes: number;
  next: NextAct[];
}
/** A claim beside a judged post that would come out otherwise. */
export interface TrialChange {
  itemId: string;
  postId: string;
  firstLine: string | null;
  claimId: string;
  claim: string;
  decided: Decided;
  judgement: string | null;
  before: Shown;
  after: Shown;
  scoreBefore: number | null;
  scoreAfter: number | null;
}
/** By what posts are matched now, and how right it was. */
export interface MatchingStands extends Thresholds {
  /** the trial that put it in force; null: as the product ships it */
  trialId: string | null;
  /** over matches of the model in force that people decided */
  curve: CurvePoint[];
  decided: number;
  /** decided on matches that an earlier model made, which the curve leaves out */
  decidedEarlier: number;
  recall: RecallEstimate;
}
