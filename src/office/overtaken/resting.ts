import type { CaseState } from '../../cases/index.js';
import type { PenaltyState, TakedownState } from '../../enforcement/index.js';

/** What rests on a claim, as far as the reader may know of it. */
export interface RestsOnClaim {
  /** open posts of the queue that say it for sure; null: the reader may not read the queue */
  queue: number | null;
  cases: CasesOnClaim;
  /** requests that have not left, and decisions that nobody has signed */
  drafts: DraftsOnClaim;
}
/** The first ones, and how many there are. */
export interface CasesOnClaim {
  items: CaseOnClaim[];
  total: number;
}
export interface DraftsOnClaim {
  items: DraftOnClaim[];
  total: number;
}
/** Open, or closed with a request that was delivered or a decision that stands. */
export interface CaseOnClaim {
  id: string;
  number: string;
  state: CaseState;
  title: string | null;
  assignee: string | null;
  /** a request was delivered, or a decision stands */
  acts: boolean;
}
export interface DraftOnClaim {
  kind: 'takedown' | 'penalty';
  id: string;
  reference: string | null;
  state: TakedownState | PenaltyState;
  caseId: string;
  number: string;
}
