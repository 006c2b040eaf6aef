import type { Moment } from '../core/http/answer.js';
import type { ProfileChoice } from './profiles/profile-answers.js';
import type { Part } from './captures.repository.js';
import type { CaptureReason } from './events.js';
import type { Observation, Outcome } from './engine/exchange.js';
import type { Ground } from './observations.repository.js';

/** One order to look at an address, and what it showed. */
export interface Capture {
  id: string;
  postId: string;
  addressId: string;
  url: string;
  reason: CaptureReason;
  /** as whom the page is visited: one of config/visitors.yaml, or a session */
  visitor: string;
  /** by which way it left: direct, or one of CAPTURE_ROUTES */
  route: string;
  orderedBy: string | null;
  orderedAt: Date;
  state: 'ordered' | 'sealed' | 'failed';
  /** while it is ordered: its turn at its host has not come */
  waitsUntil: Moment | null;
  /** while it is ordered: the session without which it cannot be made */
  waitsFor: string | null;
  outcome: Outcome | null;
  platform: string | null;
  evidenceId: string | null;
  /** the office let it go; its hashes stay */
  purgedAt: Date | null;
  textSha256: string | null;
  title: string | null;
  author: string | null;
  handle: string | null;
  postedAt: Date | null;
  ground: Ground | null;
  startedAt: Date | null;
  endedAt: Date | null;
  observation: Observation | null;
  observedAt: Date | null;
  parts: Part[];
  /** of a capture that came to a package */
  seal: PackageSeal | null;
}
/** What an address showed last. */
export interface LastSeen {
  observation: Observation;
  at: Moment;
  captureId: string;
}
/** What it showed last to a visitor with a session of the office, which says nothing of what the public is shown. */
export interface SeenSignedIn extends LastSeen {
  session: string;
}
/** What attests a package beside its own hashes. `holds` is what was found when it came; only a verification says whether it still does. */
export interface PackageSeal {
  /** SHA-256 of `datapackage-digest.json`, and of the public key that signed it */
  digest: string;
  key: string;
  timeStamp: BesideState;
  /** the oldest first; each later one covers those before it */
  timeStamps: TimeStamp[];
  receipt: BesideState;
}
/** pending: a timer is set for it; absent: nobody is asked any more, or it was sealed before anybody was */
export type BesideState = 'holds' | 'pending' | 'absent';
export interface TimeStamp {
  part: string;
  authority: string;
  at: Moment;
  /** its authority's certificates end */
  endsAt: Moment;
}
/** A capture in the list of its post. */
export interface ListedCapture extends Capture {
  /** its text is another than that of the look before */
  textChanged: boolean;
}
export interface CaptureFile extends Capture {
  text: string | null;
  /** how many times somebody looked at it, and the latest looks */
  looks: number;
  custody: CaptureLook[];
}
/** Somebody read a part of a capture, or had it verified. */
export interface CaptureLook {
  at: Moment;
  actor: string | null;
  part: string;
  /** why it was taken along */
  reason: string | null;
}
/** What whoever orders a capture may choose; the ordinary one first. */
export interface CaptureChoices {
  visitors: string[];
  /** sessions, each for its hosts */
  profiles: ProfileChoice[];
  routes: string[];
}
export interface OrderedCapture {
  captureId: string;
}
