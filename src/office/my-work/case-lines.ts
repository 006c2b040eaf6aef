import type { Day } from '../../core/http/answer.js';
import type { CaseState } from '../../cases/index.js';

/** A post that was judged false and stands in no case. */
export interface CaseProposal {
  postId: string;
  itemId: string;
  judgementId: string;
  proposedAt: Date;
  platform: string | null;
  firstLine: string | null;
  /** the session that bore who saw these words */
  session: string | null;
  /** the words are those of the page's source, read before it was laid out */
  neverLaidOut: boolean;
  topic: string | null;
  judgedBy: string | null;
  judgedAt: Date;
  url: string | null;
}
/** A case that rests on a claim that is false no more. */
export interface OvertakenCase {
  caseId: string;
  number: string;
  state: CaseState;
  claimId: string;
  text: string;
  since: Day;
  cause: 'ended' | 'retired';
}
export interface NearDeadline {
  id: string;
  what: string;
  dueAt: Date;
  overdue: boolean;
  caseId: string;
  number: string;
}
export interface FallToDecide {
  proposalId: string;
  what: 'fall' | 'reopening';
  reason: string;
  proposedAt: Date;
  proposedBy: string;
  caseId: string;
  number: string;
  version: number;
}
