import { SIGNERS, type Person } from './people.js';

/** What a walk knows of the office: kept by its own rules from what was acknowledged, and held against what the office says. */
export interface World {
  n: number;
  words: string;
  /** the office's calendar day and moment, as last heard */
  now: Date;
  heardAt: number;
  today: string;
  /** of whoever is accused in this walk */
  age: number;
  claims: Claim[];
  posts: Post[];
  cases: Case[];
  takedowns: Takedown[];
  violations: Violation[];
  penalties: Penalty[];
  corrections: Correction[];
  /** whose id it is */
  staff: Record<Person, string>;
  /** whose second factor is fresh */
  shown: Set<Person>;
  /** public figures that the walk adds up by itself */
  tally: Map<string, number>;
}
interface Kept {
  id: string;
  state: string;
  version: number;
}
export interface Claim extends Kept {
  kind: 'claim';
  versions: { id: string; by: Person; approved: boolean; returned?: boolean }[];
  /** who proposes that it leaves the registry */
  retiring?: Person;
}
/** What a report brings: a link, or only a text, or only a picture. */
export type Brought = { url: string } | { text: string } | { picture: Buffer };
export interface Post {
  kind: 'post';
  brought: Brought;
  id: string;
  itemId: string | null;
  addressId: string;
  /** none of a text or a picture, which is evidence as it came */
  url: string | null;
  captured: boolean;
  version: number;
  /** the newest is the last; what was taken back is gone */
  judgements: {
    id: string;
    judgement: string;
    by: Person;
    undoable: boolean;
    settled: boolean;
    version: number | null;
    superseding: boolean;
  }[];
  claim: Claim | null;
  /** how the queue set it beside the claim of the walk */
  matchId: string | null;
  /** it was named once: a judgement that names no claim may stand on the one confirmed last */
  matchNamed: boolean;
  looks: { seen: string; at: Date }[];
}
export interface Case extends Kept {
  kind: 'case';
  post: Post;
  everConfirmed: boolean;
  fell: boolean;
  proposal: { what: 'fall' | 'reopening'; by: Person } | null;
  title: string | null;
  assignee: Person | null;
  /** who of the office is party to it, and who named them */
  bars: { partyId: string; person: Person; by: Person; lifted?: boolean }[];
  deadlines: string[];
  parties: string[];
  exhibits: string[];
  /** it fell, and the house has not yet drawn the conclusions */
  falling: boolean;
  closedConfirmed: boolean;
}
export interface Item {
  id: string;
  state: string;
  version: number;
  askedAt: Date;
  claimedAt: Date | null;
  verifiedAt: Date | null;
}
export interface Takedown extends Kept {
  kind: 'takedown';
  of: Case;
  withdraws: Takedown | null;
  /** what leaves by hand is carried by a person */
  delivery: 'email' | 'manual';
  contentHash: string;
  /** who wrote since the last approval; the house is nobody */
  writers: Set<Person>;
  approver: Person | null;
  /** it was sent back, and nobody has written since */
  returned: boolean;
  senders: Set<Person>;
  everSent: boolean;
  blank: boolean;
  item: Item | null;
}
export interface Violation extends Kept {
  kind: 'violation';
  of: Case;
  contentHash: string;
  writers: Set<Person>;
  signed: Set<string>;
  /** of the accused */
  age: number;
  drawnOn: string | null;
  rightConfirmed: boolean;
  explanations: { id: string; kind: string }[];
}
export interface Complaint extends Kept {
  /** everybody who wrote an answer, the last one at the end */
  answers: Person[];
  answer: { outcome: string; contentHash: string; returned?: boolean } | null;
  upheld?: boolean;
}
export interface Penalty extends Kept {
  kind: 'penalty';
  of: Violation;
  annuls: Penalty | null;
  contentHash: string;
  end: string;
  /** whether every figure follows from the law, and every question is answered */
  sound: boolean;
  /** what a sound decision must come to */
  amount: number | null;
  answered: Set<string>;
  writers: Set<Person>;
  signed: boolean;
  /** it was sent back, and nobody has written since */
  returned: boolean;
  /** of the newest signature, which counts as long as it is signed */
  signer?: Person;
  number: string | null;
  servedOn: string | null;
  /** the last day on which it was asked whether it is late, and left because it may yet be taken back */
  askedOn?: string;
  paid: number;
  /** the newest first */
  complaints: Complaint[];
  /** it was paid late, and nothing for that yet */
  owesInterest?: boolean;
}
export interface Correction extends Kept {
  kind: 'correction';
  claim: Claim;
  claimVersion: string;
  contentHash: string;
  writers: Set<Person>;
  fresh: boolean;
  blank: boolean;
  published: boolean;
  proposal: Person | null;
}
export type Recorded = Claim | Post | Case | Takedown | Violation | Penalty | Correction;

export const judgementOf = (post: Post) => post.judgements.at(-1) ?? null;
/** It stands for good that the post is false: judged so by a claim in force, and nobody can take it back any more. */
export function standsFalse(post: Post): boolean {
  const last = judgementOf(post);
  return last?.judgement === 'false-statement-of-fact' && post.claim?.state === 'approved' && (last.settled || !last.undoable);
}
/** Party to a case about the post of the walk, and nobody has lifted that. */
export const barredFrom = (w: World, who: Person): boolean => w.cases.some((c) => c.bars.some((b) => b.person === who && !b.lifted));
/** A chief who may know of it all; the house sees to it that there is one. */
export const readerOf = (w: World): Person => SIGNERS.find((chief) => !barredFrom(w, chief))!;
/** A case in one of these keeps its post to itself, and takes entries. */
export const HOLDS = ['open', 'verifying', 'confirmed'];
export const holderOf = (w: World, post: Post): Case | undefined => w.cases.find((c) => c.post === post && HOLDS.includes(c.state));
export const count = (w: World, figure: string, by = 1): void => void w.tally.set(figure, (w.tally.get(figure) ?? 0) + by);
export const liveOf = (w: World, record: Violation): Penalty | undefined =>
  w.penalties.find((p) => !p.annuls && p.of === record && !['cancelled', 'annulled', 'refunded'].includes(p.state));
export const annulmentOf = (w: World, penalty: Penalty): Penalty | undefined =>
  w.penalties.find((p) => p.annuls === penalty && p.state !== 'cancelled');
/** The complaint about it that was neither withdrawn nor left unaccepted. */
export const standingComplaint = (penalty: Penalty): Complaint | undefined =>
  penalty.complaints.find((c) => c.state !== 'not-accepted' && c.state !== 'withdrawn');
/** Nothing is on its way that would take it back. */
export const standing = (w: World, penalty: Penalty): boolean => !annulmentOf(w, penalty) && !penalty.of.of.fell;
export const withdrawalOf = (w: World, takedown: Takedown): Takedown | undefined =>
  w.takedowns.find((t) => t.withdraws === takedown && t.state !== 'withdrawn');
/** The moment by the office clock. */
export const nowOf = (w: World): Date => new Date(w.now.getTime() + Date.now() - w.heardAt);

/** Whether a record, a decision or an annulment of the case has not come to its end. */
export function openPenalties(w: World, c: Case): boolean {
  const ofCase = w.penalties.filter((p) => p.of.of === c && p.state !== 'cancelled');
  const undecided = w.violations.some(
    (v) => v.of === c && (v.state === 'draft' || (v.state === 'drawn' && !ofCase.some((p) => p.of === v && !p.annuls))),
  );
  const open = (p: Penalty) =>
    ['draft', 'signed', 'numbered', 'late'].includes(p.state) ||
    p.complaints.some((k) => k.state === 'received' || k.state === 'accepted') ||
    (p.state === 'served' && p.end === 'fine') ||
    (p.state === 'paid' && p.owesInterest === true) ||
    (p.state === 'annulled' && p.paid > 0);
  return undecided || ofCase.some(open);
}
