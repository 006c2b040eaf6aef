import type { NextAct } from '../core/flow/flow.js';
import type { Label } from '../core/glossary/glossary.js';
import type { Moment, Versioned } from '../core/http/answer.js';
import type { OvertakenClaim } from '../classify/index.js';
import type { TakedownItem } from './item-answers.js';
import type { RollUp } from './removal.js';
import type { BasisChoice } from './takedown-choices.js';
import type { TakedownState } from './takedown.flow.js';
import type { TakedownLine } from './takedown-list.view.js';
import type { RequestContent } from './takedown.js';

/** One request as its screen reads it. */
export interface TakedownFile extends TakedownLine {
  officeNow: Date;
  content: RequestContent;
  contentHash: string;
  blanks: Blank[];
  basis: Basis | null;
  /** of a request to remove: claims that its posts were judged by and that are false no more */
  overtaken: OvertakenClaim[];
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
export interface ContentVersion {
  id: string;
  number: number;
  sha256: string;
  content: RequestContent;
  writtenBy: string | null;
  writtenAt: Date;
  approvedAt: Date | null;
  approvedBy: string | null;
  returnedAt: Date | null;
  returnedBy: string | null;
  returnReason: string | null;
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

export interface TakedownStepped extends Versioned {
  state: TakedownState;
}
export interface TakedownWithdrawn extends TakedownStepped {
  /** the request that takes back what was sent */
  withdrawalId: string | null;
}
