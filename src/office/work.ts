import type { RetriedWork } from './retried.view.js';
import type { Label } from '../core/glossary/glossary.js';
import type { Day } from '../core/http/answer.js';
import type { RequestState } from '../core/identity/identity-requests.js';
import type { IdentityKind } from '../core/identity/personal-data.js';
import type { CaseLine } from '../cases/index.js';

/** Everything that waits for one person. */
export interface Work {
  proposals: CaseProposal[];
  assigned: CaseLine[];
  deadlines: NearDeadline[];
  answers: IdentityAnswer[];
  approvals: {
    claims: ClaimToApprove[];
    falls: FallToDecide[];
    roles: RoleToApprove[];
    titles: TitleToApprove[];
    resets: FactorResetToApprove[];
    identities: IdentityToApprove[];
    takedowns: TakedownToApprove[];
    corrections: CorrectionToDecide[];
  };
  /** drafts that were sent back, and corrections whose claim changed or was retired */
  toCorrect: CorrectionToDecide[];
  /** confirmed cases whose links nobody has asked to remove */
  toDraft: CaseLine[];
  toSend: TakedownToSend[];
  /** sent requests with a link whose time has run out */
  late: LateTakedown[];
  penalties: {
    /** confirmed cases with an accused of whom nothing is recorded */
    toRecord: CaseLine[];
    toDraw: PenaltyToDo[];
    toDecide: PenaltyToDo[];
    toSign: PenaltyToDo[];
    /** complaints about decisions in which the reader had no hand: to be accepted, and to be answered */
    toAnswer: PenaltyToDo[];
    /** answers to complaints, by others, about decisions of others */
    toApprove: PenaltyToDo[];
    toServe: PenaltyToDo[];
    toCollect: PenaltyToDo[];
  };
  gaveUp: GaveUp[];
  retried: RetriedWork[];
  /** by list, how many wait beyond the lines that it tells; a list that is told whole is not in it */
  more: Record<string, number>;
}
/** A violation record, or what is decided on it, that waits for the next act. */
export interface PenaltyToDo {
  violationId: string;
  /** null while nothing is decided */
  penaltyId: string | null;
  reference: string;
  caseId: string;
  caseNumber: string;
  number: string | null;
  kind: 'decision' | 'annulment' | null;
  end: 'fine' | 'warning' | 'remedies' | 'referral' | 'none' | null;
  amount: number | null;
  why:
    | ('draw' | 'confirm-right' | 'decide' | 'answer' | 'sign' | 'number' | 'serve' | 'late' | 'refund')
    | ('accept-complaint' | 'answer-complaint' | 'approve-refusal' | 'approve-answer');
  at: Date;
  dueOn: string | null;
}
/** A post that was judged false and stands in no case. */
export interface CaseProposal {
  postId: string;
  itemId: string;
  judgementId: string;
  proposedAt: Date;
  platform: string | null;
  firstLine: string | null;
  topic: string | null;
  judgedBy: string | null;
  judgedAt: Date;
  url: string | null;
}
/** A request to see who reported. */
interface IdentityLine {
  requestId: string;
  kind: IdentityKind;
  reason: string;
  requestedAt: Date;
  about: string | null;
  channel: 'web' | 'phone' | null;
  receivedAt: Date | null;
  caseId: string | null;
  number: string | null;
}
export interface IdentityToApprove extends IdentityLine {
  requestedBy: string;
}
/** One's own request, answered. */
export interface IdentityAnswer extends IdentityLine {
  state: RequestState;
  decisionReason: string | null;
  decidedBy: string;
  decidedAt: Date;
  openUntil: Date | null;
  looked: boolean;
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
export interface ClaimToApprove {
  claimId: string;
  versionId: string;
  number: number;
  topic: string;
  harm: 'low' | 'medium' | 'high';
  text: string;
  draftedBy: string | null;
  draftedAt: Date;
}
export interface RoleToApprove {
  proposalId: string;
  role: string;
  /** what the role lets its holder do */
  rights: string[];
  name: string;
  title: string;
  /** the roles that this person has already */
  hasRoles: string[];
  proposedBy: string | null;
  proposedAt: Date;
}
/** A title by which somebody would sign for the office. */
export interface TitleToApprove {
  proposalId: string;
  title: string;
  body: string;
  delegation: string | null;
  delegatedOn: Day | null;
  from: Day;
  to: Day | null;
  name: string;
  proposedBy: string | null;
  proposedAt: Date;
}
/** A second factor that somebody lost. */
export interface FactorResetToApprove {
  proposalId: string;
  name: string;
  title: string;
  email: string;
  proposedBy: string;
  proposedAt: Date;
}
export interface TakedownToSend {
  takedownId: string;
  reference: string;
  kind: 'removal' | 'withdrawal';
  platform: string;
  state: 'draft' | 'approved' | 'sending' | 'sent' | 'undeliverable' | 'withdrawn';
  version: number;
  caseId: string;
  number: string;
}
export interface LateTakedown extends TakedownToSend {
  /** its inbox is asked no more */
  nobodyAnswers: boolean;
}
export interface TakedownToApprove extends TakedownToSend {
  contentHash: string;
  writtenBy: string | null;
  writtenAt: Date;
}
export interface CorrectionToDecide {
  correctionId: string;
  title: string;
  said: string;
  why: 'publish' | 'withdraw' | 'returned' | 'look-again';
  by: string | null;
  at: Date;
}
/** Deliveries that gave up, with what that means. */
export interface GaveUp {
  handler: string;
  n: number;
  since: Date;
  error: string | null;
  meaning: Label;
  /** this reader may send it again */
  retry: boolean;
}
