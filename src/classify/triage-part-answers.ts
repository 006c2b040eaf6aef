import type { Moment } from '../core/http/answer.js';
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
