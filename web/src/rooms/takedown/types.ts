import type { NextAct } from '../../api/types.js';

export type Words = { vi: string; en: string };
export type ItemAct = NextAct & { to: string };

export interface TakedownLine {
  id: string;
  reference: string;
  kind: string;
  caseId: string;
  caseNumber: string;
  platform: string;
  state: string;
  version: number;
  way: string;
  recipient: string;
  withdraws: string | null;
  createdBy: string | null;
  createdAt: string;
  leavesAt: string | null;
  sentAt: string | null;
  itemStates: string[];
  links: number;
  overdue: number;
  nextDue: string | null;
}
/** One link that was asked for, as every table shows it. */
export interface LinkLine {
  id: string;
  takedownId: string;
  url: string;
  state: string;
  version: number;
  askedAt: string;
  dueAt: string;
  overdue: boolean;
  claimedAt: string | null;
  verifiedAt: string | null;
  lastSeen: { observation: string; at: string; captureId: string } | null;
  nextLook: string | null;
  next: ItemAct[];
  reference?: string;
  platform?: string;
}
export interface Ground {
  rule?: string;
  words?: string;
  status?: number;
}
export interface LinkFull extends LinkLine {
  replies: { id: string; reply: string; text: string | null; receivedAt: string; recordedBy: string | null }[];
  observations: { captureId: string; observation: string; ground: Ground | null; at: string }[];
  looks: { captureId: string; why: string; at: string; by: string | null; state: string | null }[];
  plannedLooks: string[];
}
export interface Content {
  subject: string;
  body: string;
  recipient: string;
  way: string;
  language: 'vi' | 'en';
  legalBasis: string | null;
  fields: Record<string, string>;
  items: { addressId: string; url: string }[];
}
export interface Delivery {
  id: string;
  attempt: number;
  way: string;
  recipient: string;
  outcome: string | null;
  proof: Record<string, unknown> | null;
  sentBy: string | null;
  says: string | null;
  begunAt: string;
  endedAt: string | null;
  rawSha256: string;
  bytes: number;
  tries: { says: string; at: string }[];
  bounce: { says: string; at: string } | null;
}
export interface Version {
  id: string;
  number: number;
  sha256: string;
  content: Content;
  writtenBy: string | null;
  writtenAt: string;
  approvedAt: string | null;
  approvedBy: string | null;
}
export interface Blank {
  name: string;
  label: Words;
  long: boolean;
  value: string;
  open: boolean;
}
export interface TakedownFull extends TakedownLine {
  content: Content;
  contentHash: string;
  blanks: Blank[];
  basis: { key: string; label: Words; citation: Words; hours: number; toBeConfirmed: boolean; note: string | null } | null;
  contents: Version[];
  deliveries: Delivery[];
  notes: { act: string; reason: string; by: string | null; at: string }[];
  items: LinkFull[];
  withdrawal: { id: string; state: string } | null;
  checklist: ({ key: string } & Words)[];
  next: NextAct[];
}
export interface Choices {
  caseNumber: string;
  caseState: string;
  links: {
    addressId: string;
    url: string;
    platform: string;
    author: string | null;
    exact: boolean;
    evidence: unknown[];
    asked: { id: string; reference: string } | null;
  }[];
  platforms: { platform: string; delivery: string; recipient: string }[];
  ways: { key: string; ready: boolean; byHand: boolean }[];
  bases: { key: string; label: Words; hours: number; toBeConfirmed: boolean; note: string | null }[];
}
