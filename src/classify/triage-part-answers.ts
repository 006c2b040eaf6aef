import type { Moment } from '../core/http/answer.js';
import type { ReadOutcome } from '../core/pictures/words/word-reader.js';
import type { Judgement } from './judgement.js';

/** How a post came in. */
export interface TriageReport {
  id: string;
  at: Date;
  channel: 'web' | 'phone';
  kind: 'link' | 'text' | 'picture';
  note: string | null;
  joinedBy: string;
  byOperator: boolean;
}
/** What happened with it. */
export interface TriageEvent {
  id: string;
  type: string;
  recordedAt: Moment;
  at: Moment;
  actor: string | null;
  actorName: string | null;
  public: Record<string, unknown>;
  office: Record<string, unknown> | null;
}
/** A judgement that a later one took the place of. */
export interface EarlierJudgement {
  id: string;
  judgement: Judgement;
  reason: string | null;
  by: string | null;
  at: Date;
}
/** Another post with the same text, and how it was judged. */
export interface SameText {
  /** of the judgement */
  id: string;
  postId: string;
  itemId: string;
  judgement: Judgement;
  at: Date;
  by: string | null;
}
export interface PostAddress {
  addressId: string;
  kind: 'url' | 'text' | 'picture';
  url: string | null;
  evidenceId: string | null;
}
/** What a machine read in a picture of the post, or the subtitles of a film say; it is no part of the sealed package. */
export interface TriageReading {
  id: string;
  /** it was read in a part of a capture, or in what was sent in */
  captureId: string | null;
  addressId: string | null;
  part: string;
  kind: 'picture' | 'subtitles';
  outcome: ReadOutcome;
  /** engine and data with their versions */
  engine: string;
  /** how sure the engine is of it, 0 to 100 */
  confidence: number | null;
  width: number | null;
  height: number | null;
  text: string;
  words: PlacedWord[];
  readAt: Date;
}
export interface PlacedWord {
  text: string;
  /** where it stands in the text of the reading */
  start: number;
  end: number;
  confidence: number;
  /** in pixels of the picture as a browser shows it */
  box: { left: number; top: number; width: number; height: number };
}
