import type { NextAct } from '../../core/flow/flow.js';
import type { CasePenalty, CaseTakedown, CaseViolation } from '../../enforcement/index.js';
import type { CaseCorrection, CaseReceipts, CaseRegisterLine } from '../../publication/index.js';

export const DRAFTS = ['withdrawal', 'annulment', 'correction'] as const;
export type DraftKind = (typeof DRAFTS)[number];

/** Those that begin with `will-` say what a fall would do. */
export const REVERSAL_STATES = [
  'will-cancel',
  'will-withdraw',
  'leaving',
  'pending',
  'cancelled',
  'withdrawal-drafted',
  'withdrawal-approved',
  'withdrawal-leaving',
  'withdrawal-undeliverable',
  'withdrawn',
  'will-ask-back',
  'not-asked-back',
  'asked-back',
  'said-back',
  'refused-back',
  'seen-back',
  'will-annul',
  'annulment-drafted',
  'annulment-signed',
  'annulment-issued',
  'annulled',
  'will-refund',
  'refund-after-annulment',
  'refund-due',
  'refunded',
  'will-look-again',
  'will-propose-withdrawal',
  'look-again',
  'claim-retired',
  'withdrawal-proposed',
  'correction-withdrawn',
  'correction-stands',
  'shown',
  'not-shown',
  'still-shown',
  'shown-taken-back',
  'told',
  'kept',
] as const;
export type ReversalState = (typeof REVERSAL_STATES)[number];

/** Everything that acted on a case; null where the reader may not know of it. */
export interface ActedOn {
  fell: boolean;
  takedowns: CaseTakedown[] | null;
  violations: CaseViolation[] | null;
  penalties: CasePenalty[] | null;
  corrections: CaseCorrection[] | null;
  register: CaseRegisterLine[];
  receipts: CaseReceipts;
  exhibits: number;
}
/** One thing that hangs on the case: how far it is undone, or what a fall would make of it. */
export interface ReversalLine {
  kind: 'takedown' | 'links' | 'violation' | 'penalty' | 'refund' | 'correction' | 'register' | 'receipts' | 'exhibits';
  /** the record to open */
  id: string;
  label: string;
  state: ReversalState;
  done: boolean;
  /** so many of so many, or so much money */
  n: number | null;
  of: number | null;
  /** how the register showed it when the case fell, and shows it now */
  was: string | null;
  now: string | null;
  told: { state: string; n: number }[];
  /** what comes next, and by which right, whoever reads this */
  next: { act: string; right: string } | null;
  draft: ReversalDraft | null;
}
/** What a second person approves, by its hash. */
export interface ReversalDraft {
  kind: DraftKind;
  id: string;
  version: number;
  contentHash: string;
  approved: boolean;
  stepUp: boolean;
  /** what the reader may do about it; null where it is not for them */
  mine: Pick<NextAct, 'possible' | 'lacks' | 'ownWork'> | null;
}
