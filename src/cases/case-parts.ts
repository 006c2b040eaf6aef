import type { FileClaims } from '../core/files/claims.js';
import type { Label } from '../core/glossary/glossary.js';
import type { Moment } from '../core/http/answer.js';
import type { Judgement } from '../classify/index.js';
import type { LastSeen, Outcome, SeenSignedIn } from '../crawl/index.js';

export interface CasePost {
  postId: string;
  mergedInto: string | null;
  reason: 'opened-from' | 'added' | 'merged';
  addedAt: Date;
  addedBy: string | null;
  itemId: string | null;
  platform: string | null;
  text: string | null;
  /** what a machine read in its pictures and films */
  read: ReadWords[];
  author: string | null;
  handle: string | null;
  postedAt: Date | null;
  captureId: string | null;
  outcome: Outcome | null;
  /** the session that the capture bore: it shows what members are shown */
  session: string | null;
  /** the text is that of the page's source, read before it was laid out: nobody can say that it was shown on a screen */
  neverLaidOut: boolean;
  /** the first ones; the rest is read page by page */
  addresses: CaseAddress[];
  addressTotal: number;
  judgement: PostJudgement | null;
  /** whether it stands, for good, that the post is false */
  stands: boolean;
}
export interface ReadWords {
  kind: 'picture' | 'subtitles';
  /** how sure the machine is of it, 0 to 100; subtitles are words already */
  confidence: number | null;
  text: string;
}
export interface CaseAddress {
  addressId: string;
  kind: 'url' | 'text' | 'picture';
  url: string | null;
  text: string | null;
  evidenceId: string | null;
  /** what the public was last shown there */
  observation: LastSeen | null;
  seenSignedIn: SeenSignedIn | null;
}
export interface PostJudgement {
  judgement: Judgement;
  at: Moment;
  by: string | null;
  reason: string | null;
  claimVersionId: string | null;
  claim: { claimId: string; topic: string; text: string; truth: string } | null;
}
export interface Exhibit {
  id: string;
  evidenceId: string;
  kind: string;
  sha256: string;
  mediaType: string;
  bytes: number;
  sealedAt: Date;
  /** the office let it go; its hash stays */
  purgedAt: Date | null;
  /** the rule by which it went, as it was called then */
  purgedUnder: Label | null;
  /** who asked that it goes, and who let it go */
  purgedBy: LetGo | null;
  part: string;
  why: string;
  captureId: string | null;
  /** the post that it shows: its looks stand in the log under it */
  postId: string | null;
  addressId: string | null;
  outcome: Outcome | null;
  /** the session that the visit bore: it shows what members are shown */
  session: string | null;
  /** its words are those of the page's source, read before it was laid out: nobody can say that they were shown on a screen */
  neverLaidOut: boolean;
  capturedAt: Date | null;
  /** which part of the capture is a still of the post */
  picturePart: string | null;
  /** the beginning of what the post said then */
  text: string | null;
  url: string | null;
  attachedBy: string | null;
  /** this reader attached it */
  mine: boolean;
  attachedAt: Date;
  /** what somebody brought, and where it came from in their words */
  file: BroughtFile | null;
  /** how many times somebody looked at it, and the latest looks */
  looks: number;
  custody: Look[];
}
export interface LetGo {
  asked: string;
  letGo: string;
}
export interface BroughtFile {
  kind: string;
  /** null: it was purged, and its origin and claims with it */
  name: string | null;
  /** null: for those who may read names */
  origin: string | null;
  /** what the file says of itself, which nobody vouches for */
  claims: FileClaims;
  /** its name but for the ending, its origin and what it claims of people and places only those see who may read names */
  hidden: boolean;
  /** there is a small picture of it */
  hasStill: boolean;
}
/** Somebody read a part of an exhibit, had it verified, or took it along. */
export interface Look {
  at: Moment;
  by: string | null;
  part: string;
  /** why it was taken along */
  reason: string | null;
}
