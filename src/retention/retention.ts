import type { Moment } from '../core/http/answer.js';
import type { Label } from '../core/glossary/glossary.js';
import type { PurgeKind } from './retention-table.js';

export const BATCH_STATES = ['proposed', 'submitted', 'approved', 'declined', 'done'] as const;
export type BatchState = (typeof BATCH_STATES)[number];
/** By what something is due, as it stood when it was proposed. */
export interface PurgeRule {
  label: Label;
  from: string;
  keep: string;
  set_by: string;
  ground: Label;
}
/** A list of what is due: the house proposes it, one person submits it, another lets it go. */
export interface PurgeBatch {
  id: string;
  class: string;
  kind: PurgeKind;
  rule: PurgeRule;
  state: BatchState;
  version: number;
  proposedAt: Moment;
  submittedBy: string | null;
  /** this reader submitted it, so somebody else decides */
  mine: boolean;
  submittedAt: Moment | null;
  submissionReason: string | null;
  decidedBy: string | null;
  decidedAt: Moment | null;
  decisionReason: string | null;
  doneAt: Moment | null;
  counts: PurgeCounts;
}
export interface PurgeCounts {
  all: number;
  /** still to go */
  due: number;
  /** somebody kept it for a reason */
  kept: number;
  /** held, or no longer due, when it was to go */
  refused: number;
  purged: number;
}
export interface PurgeItem {
  id: string;
  kind: PurgeKind;
  refId: string;
  postId: string | null;
  caseId: string | null;
  caseNumber: string | null;
  /** which it is: the address of a capture, the channel of a report, the role of a party, the media type of a file */
  about: string | null;
  /** from when its time counts, and when it was over */
  since: Moment;
  dueAt: Moment;
  state: 'due' | 'kept' | 'refused' | 'purged';
  said: 'held' | 'not-due' | 'declined' | null;
  reason: string | null;
  settledBy: string | null;
  settledAt: Moment | null;
}
