import type { NextAct } from '../core/flow/flow.js';
import type { Day, Moment } from '../core/http/answer.js';
import type { Ground, Outcome } from '../crawl/index.js';
import type { Harm, Source, Wording } from './claim.js';
import type { Judgement } from './judgement.js';
import type { Reason, Span, Strength } from './matching/match.js';
import type { Stance } from './matching/stance/stance.js';
import type { OvertakenClaim } from './overtaken/overtaken-answers.js';
import type { RestingCase } from './resting-case.use-case.js';
import type { Skips } from './skips/skips.view.js';
import type { LabelledFactor, Lease } from './triage-line-answers.js';
import type { TriageState } from './triage.entity.js';
import type { EarlierJudgement, PostAddress, SameText, TriageEvent, TriageReading, TriageReport } from './triage-part-answers.js';

export type CaptureState = 'ordered' | 'sealed' | 'failed';

/** One screen: the post, what it says, the claims that it resembles, how it came in, what happened, and what may be done. */
export interface TriageFile {
  item: TriageItem;
  post: TriagePost;
  capture: TriageCapture | null;
  /** the latest, newest first; all of them: the captures of the post */
  captures: TriageCapture[];
  captureTotal: number;
  /** what was read in the pictures and films that it shows, by machine */
  readings: TriageReading[];
  /** those that it resembles most; all of them: `matchTotal` */
  matches: TriageMatch[];
  matchTotal: number;
  /** claims that it resembles, or was judged by, and that are false no more */
  overtaken: OvertakenClaim[];
  /** the first page of each, newest first; the rest is read page by page */
  reports: TriageReport[];
  reportTotal: number;
  history: TriageEvent[];
  /** more happened before */
  moreHistory: boolean;
  /** what others judged of the same text, newest first */
  sameText: SameText[];
  sameTextTotal: number;
  /** judgements that a later one took the place of, newest first */
  earlier: EarlierJudgement[];
  earlierTotal: number;
  /** the case that stands on the judgement, for those who may know it */
  case: RestingCase | null;
  next: TriageAct[];
}
export interface TriageItem {
  id: string;
  postId: string;
  state: TriageState;
  lookAgain: boolean;
  version: number;
  priority: number;
  factors: LabelledFactor[];
  topic: string | null;
  reports: number;
  receivedAt: Date;
  textSha256: string | null;
  captureId: string | null;
  evidenceId: string | null;
  lease: Lease | null;
  judgement: StandingJudgement | null;
  /** near copies share it */
  group: string;
  skips: Skips | null;
}
/** What was judged last and not taken back. */
export interface StandingJudgement {
  id: string;
  judgement: Judgement;
  reason: string | null;
  by: string | null;
  byId: string;
  at: Moment;
  claimVersionId: string | null;
  evidenceId: string | null;
  textSha256: string | null;
  ageSeconds: number;
  /** a case was opened on it: it is not taken back any more */
  settled: boolean;
}
export interface TriagePost {
  id: string;
  text: string | null;
  /** the session that bore who saw the text: it is what members are shown */
  session: string | null;
  /** the text is that of the page's source, read before it was laid out: nobody can say that it was shown on a screen */
  neverLaidOut: boolean;
  platform: string | null;
  postedOn: Day | null;
  postedAt: Moment | null;
  title: string | null;
  author: string | null;
  handle: string | null;
  url: string | null;
  /** the first ones: what was sent in, then links */
  addresses: PostAddress[];
  addressTotal: number;
  mergedInto: string | null;
}
export interface TriageCapture {
  id: string;
  addressId: string;
  url: string;
  state: CaptureState;
  /** while it is ordered: its turn at its host has not come */
  waitsUntil: Date | null;
  /** while it is ordered: the session without which it cannot be made */
  waitsFor: string | null;
  reason: string;
  visitor: string;
  route: string;
  outcome: Outcome | null;
  evidenceId: string | null;
  orderedAt: Date;
  endedAt: Date | null;
  textSha256: string | null;
  /** its text is another than that of the look before */
  textChanged: boolean;
  ground: Ground | null;
  picturePart: string | null;
  /** it holds a film, a sound, or subtitles */
  filmed: boolean;
}
export interface TriageMatch {
  id: string;
  claimId: string;
  versionId: string;
  number: number;
  text: string;
  wordings: Wording[];
  topic: string;
  harm: Harm;
  truth: string;
  sources: Source[];
  falseFrom: Day;
  falseTo: Day | null;
  score: number;
  /** null: a person named the claim, the machine did not suggest it */
  strength: Strength | null;
  stance: Stance;
  reasons: Reason[];
  spans: Span[];
  /** the reading in which the words stand; null: the text of the post */
  readingId: string | null;
  decision: 'confirmed' | 'rejected' | null;
  decidedBy: string | null;
  decidedAt: Date | null;
  /** whether the claim says this still */
  inForce: boolean;
}
/** A button of the triage screen, with its key. */
export interface TriageAct extends NextAct {
  key?: string;
  until?: Moment;
}
