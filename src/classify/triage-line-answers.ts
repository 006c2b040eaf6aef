import type { Label } from '../core/glossary/glossary.js';
import type { Day, Moment } from '../core/http/answer.js';
import type { Outcome } from '../crawl/index.js';
import type { Copies } from './copies/together.view.js';
import type { Judgement } from './judgement.js';
import type { Strength } from './matching/match.js';
import type { Factor } from './priority.js';
import type { Skips } from './skips/skips.view.js';
import type { CaptureState } from './triage-answers.js';
import type { TriageState } from './triage.entity.js';

/** Why an item stands where it stands in the queue. */
export interface LabelledFactor extends Factor {
  label: Label;
}
/** Who is working on an item, and until when it is theirs. */
export interface Lease {
  staffId: string;
  name: string;
  until: Moment;
}
/** One line of the queue. */
export interface TriageLine {
  id: string;
  postId: string;
  platform: string | null;
  topic: string | null;
  state: TriageState;
  lookAgain: boolean;
  version: number;
  priority: number;
  factors: LabelledFactor[];
  reports: number;
  receivedAt: Date;
  captureId: string | null;
  firstLine: string;
  /** the post has no words of its own: these were read by machine in its pictures and films, and how sure it is of them, 0 to 100 */
  read: { confidence: number | null } | null;
  /** the session that bore who saw these words: they are what members are shown */
  session: string | null;
  /** the words are those of the page's source, read before it was laid out: nobody can say that they were shown on a screen */
  neverLaidOut: boolean;
  capture: { state: CaptureState; outcome: Outcome | null } | null;
  topClaim: { id: string; text: string; score: number; strength: Strength | null } | null;
  /** a claim that it resembles is false no more, since that day */
  overtaken: { claimId: string; since: Day } | null;
  lease: Lease | null;
  /** who else has it open at this moment */
  openBy: { staffId: string; name: string }[];
  judgement: { judgement: Judgement; by: string | null; at: Moment } | null;
  /** near copies share it */
  group: string;
  /** of an item that waits: the others of its group that wait and fit the same filter; null where there is none */
  copies: Copies | null;
  skips: Skips | null;
}
