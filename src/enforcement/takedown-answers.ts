import type { NextAct } from '../core/flow/flow.js';
import type { Label } from '../core/glossary/glossary.js';
import type { CountedPage, Moment, Versioned } from '../core/http/answer.js';
import type { CaseState } from '../cases/index.js';
import type { Ground, Observation } from '../crawl/index.js';
import type { ItemState, Reply } from './item.flow.js';
import type { LookReason } from './item.repository.js';
import type { Language } from './request-text.js';
import type { RequestContent } from './takedown.js';
import type { RollUp } from './removal.js';
import type { TakedownKind, TakedownState } from './takedown.flow.js';
import type { TakedownLine } from './takedown-list.view.js';

/** One link that was asked for, with its clocks and what was last seen. */
export interface ItemLine {
  id: string;
  takedownId: string;
  addressId: string;
  postId: string;
  url: string;
  state: ItemState;
  version: number;
  askedAt: Date;
  dueAt: Date;
  overdue: boolean;
  claimedAt: Date | null;
  verifiedAt: Date | null;
  lastSeen: { observation: Observation; at: Moment; captureId: string } | null;
  nextLook: Date | null;
}
export interface BoardItem extends ItemLine {
  reference: string;
  platform: string;
  caseId: string;
  kind: TakedownKind;
  next: NextAct[];
}
export interface ItemBoard extends CountedPage<BoardItem> {
  /** how many there are of each state, whichever is asked for */
  states: { [state in ItemState]?: number };
  /** of all */
  overdue: number;
  officeNow: Date;
}

/** One request as its screen reads it. */
export interface TakedownFile extends TakedownLine {
  officeNow: Date;
  content: RequestContent;
  contentHash: string;
  blanks: Blank[];
  basis: Basis | null;
  contents: ContentVersion[];
  /** why the house did not let it leave when it was last ordered to */
  held: { lacks: string[]; at: Moment } | null;
  deliveries: Delivery[];
  notes: TakedownNote[];
  items: TakedownItem[];
  /** `rollUp`: what became of the links that it asks back */
  withdrawal: { id: string; state: TakedownState; rollUp: RollUp } | null;
  checklist: ChecklistLine[];
  next: TakedownAct[];
}
/** A blank of the text that a person fills. */
export interface Blank {
  name: string;
  label: Label;
  long: boolean;
  /** how much a person may write into it */
  longest: number;
  value: string;
  open: boolean;
}
/** What a request rests on. */
export interface Basis extends BasisChoice {
  citation: Label;
}
export interface BasisChoice {
  key: string;
  label: Label;
  hours: number;
  /** by the office's lawyer */
  toBeConfirmed: boolean;
  note: Label | null;
}
export interface ContentVersion {
  id: string;
  number: number;
  sha256: string;
  content: RequestContent;
  writtenBy: string | null;
  writtenAt: Date;
  approvedAt: Date | null;
  approvedBy: string | null;
}
/** What left, to the byte, and what became of it. */
export interface Delivery {
  id: string;
  attempt: number;
  way: string;
  recipient: string;
  reference: string;
  rawSha256: string;
  bytes: number;
  mediaType: string;
  begunAt: Date;
  outcome: 'delivered' | 'bounced' | null;
  proof: Record<string, unknown> | null;
  says: string | null;
  endedAt: Date | null;
  tries: { says: string; at: Moment }[];
  bounce: { says: string; at: Moment } | null;
  sentBy: string | null;
}
export interface TakedownNote {
  act: 'withdraw';
  reason: string;
  by: string | null;
  at: Date;
}
export interface TakedownItem extends ItemLine {
  replies: { id: string; reply: Reply; text: string; receivedAt: Moment; recordedBy: string | null; exhibitId: string | null }[];
  observations: { captureId: string; observation: Observation; ground: Ground; at: Moment; recordedAt: Moment }[];
  looks: {
    captureId: string;
    why: LookReason;
    at: Moment;
    by: string | null;
    state: 'ordered' | 'sealed' | 'failed' | null;
  }[];
  plannedLooks: Moment[];
  steps: { from: ItemState; to: ItemState; at: Moment; captures: string[]; replyId: string | null }[];
  next: NextAct[];
}
export interface ChecklistLine extends Label {
  key: string;
}
export interface TakedownAct extends NextAct {
  contentHash?: string;
}

/** Exactly what will leave: where it goes, its text, its links. */
export interface TakedownPreview {
  contentHash: string;
  approved: boolean;
  way: string;
  recipient: string;
  subject: string;
  body: string;
  items: { addressId: string; url: string }[];
  blanks: string[];
}

/** What somebody can choose from before drafting. */
export interface TakedownChoices {
  caseId: string;
  caseNumber: string;
  caseState: CaseState;
  links: LinkChoice[];
  platforms: { platform: string; delivery: string; recipient: string; language: Language }[];
  ways: { key: string; ready: boolean; byHand: boolean }[];
  bases: BasisChoice[];
}
export interface LinkChoice {
  addressId: string;
  postId: string;
  url: string;
  platform: string;
  author: string | null;
  exact: boolean;
  /** whether it stands that its post is false */
  stands: boolean;
  evidence: { exhibitId: string; evidenceId: string; sha256: string; sealedAt: Moment }[];
  /** the newest sealed capture of it that is no exhibit of the case yet */
  sealed: { evidenceId: string; sealedAt: Moment } | null;
  asked: { id: string; reference: string } | null;
}

export interface TakedownStepped extends Versioned {
  state: TakedownState;
}
export interface TakedownWithdrawn extends TakedownStepped {
  /** the request that takes back what was sent */
  withdrawalId: string | null;
}
export interface ItemStepped extends Versioned {
  state: ItemState;
}
