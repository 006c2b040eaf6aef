import type { MyRequest } from '../core/identity/identity-requests.js';
import type { Moment } from '../core/http/answer.js';
import type { NextAct } from '../core/flow/flow.js';
import type { Judgement } from '../classify/index.js';
import type { Observation, Outcome } from '../crawl/index.js';
import type { PartyKind, PartyRole, Turn } from './case.js';
import type { CaseHead } from './case-list.view.js';
import type { OpenPenalty } from './open-penalties.use-case.js';

/** The whole case file as one screen reads it. */
export interface CaseFile extends CaseHead {
  openedBy: string | null;
  /** whether it still takes posts, exhibits, people and deadlines */
  mayEnter: boolean;
  /** the first ones; the rest is read page by page */
  posts: CasePost[];
  exhibits: Exhibit[];
  parties: Party[];
  /** newest first */
  notes: Note[];
  /** those that are open, then those that were met, each by when they are due */
  deadlines: Deadline[];
  /** newest first */
  falls: Fall[];
  /** how many there are */
  totals: CaseTotals;
  /** its last fall or reopening by two persons was a fall */
  fell: boolean;
  /** fines that were paid late: only their interest is open, and the case may close over it for a reason */
  owingInterest: OpenPenalty[];
  /** whoever may work on cases, by name */
  assignable: Colleague[];
  /** newest first */
  history: CaseEvent[];
  /** more happened before */
  moreHistory: boolean;
  next: NextAct[];
}
export interface CaseTotals {
  posts: number;
  exhibits: number;
  parties: number;
  notes: number;
  deadlines: number;
  openDeadlines: number;
  falls: number;
  /** requests to take down that rest on it */
  takedowns: number;
  assignable: number;
}
export interface CasePost {
  postId: string;
  mergedInto: string | null;
  reason: 'opened-from' | 'added' | 'merged';
  addedAt: Date;
  addedBy: string | null;
  itemId: string | null;
  platform: string | null;
  text: string | null;
  author: string | null;
  handle: string | null;
  postedAt: Date | null;
  captureId: string | null;
  outcome: Outcome | null;
  addresses: CaseAddress[];
  judgement: PostJudgement | null;
  /** whether it stands, for good, that the post is false */
  stands: boolean;
}
export interface CaseAddress {
  addressId: string;
  kind: 'url' | 'text' | 'picture';
  url: string | null;
  text: string | null;
  evidenceId: string | null;
  observation: { observation: Observation; at: Moment; captureId: string } | null;
}
export interface PostJudgement {
  judgement: Judgement;
  at: Moment;
  by: string | null;
  reason: string | null;
  claimVersionId: string | null;
  claim: { claimId: string; topic: string; text: string; truth: string } | null;
}
/** Somebody of the office, who may be party to a case. */
export interface StaffMember extends Colleague {
  title: string;
}
/** Somebody whom the case may be given to. */
export interface Colleague {
  staffId: string;
  name: string;
}
export interface Exhibit {
  id: string;
  evidenceId: string;
  kind: string;
  sha256: string;
  mediaType: string;
  bytes: number;
  sealedAt: Date;
  part: string;
  why: string;
  captureId: string | null;
  /** the post that it shows: its looks stand in the log under it */
  postId: string | null;
  addressId: string | null;
  outcome: Outcome | null;
  url: string | null;
  attachedBy: string | null;
  /** this reader attached it */
  mine: boolean;
  attachedAt: Date;
  /** how many times somebody looked at it, and the latest looks */
  looks: number;
  custody: Look[];
}
/** Somebody read a part of an exhibit, or had it verified. */
export interface Look {
  at: Moment;
  by: string | null;
  part: string;
}
/** The name is masked; reading it needs a reason. */
export interface Party {
  id: string;
  kind: PartyKind;
  role: PartyRole;
  isStaff: boolean;
  /** a colleague who may know nothing of the case, until somebody lifts that */
  bars: boolean;
  /** entered by the reader */
  mine: boolean;
  name: string;
  masked: boolean;
  addedBy: string;
  addedAt: Date;
  reads: number;
  /** of a reporter: what the reader asked last, to see the name */
  identity: MyRequest | null;
}
export interface Note {
  id: string;
  text: string;
  byId: string;
  by: string;
  at: Date;
}
export interface Deadline {
  id: string;
  what: string;
  dueAt: Date;
  setBy: string;
  setAt: Date;
  metAt: Date | null;
  overdue: boolean;
}
/** That a confirmed case should fall, or one that fell be reopened: proposed by one, decided by another. */
export interface Fall {
  id: string;
  what: Turn;
  reason: string;
  proposedById: string;
  proposedBy: string;
  proposedAt: Date;
  decision: 'approved' | 'declined' | null;
  decisionReason: string | null;
  decidedBy: string | null;
  decidedAt: Date | null;
}
export interface CaseEvent {
  id: string;
  type: string;
  at: Moment;
  recordedAt: Moment;
  actorName: string | null;
  subject: string | null;
  office: Record<string, unknown> | null;
  seq: number | null;
  reason: string | null;
}
