import type { Versioned } from '../core/http/answer.js';
import type { TriageState } from './triage.entity.js';

/** Where a post stands in the queue. */
export interface ItemOfPost {
  id: string;
  state: TriageState;
}
export interface LeaseTaken {
  until: Date;
}
export interface Judged extends Versioned {
  judgementId: string;
  /** how long it can be taken back */
  undoSeconds: number;
}
/** The post that a report was taken out to. */
export interface SplitPost {
  postId: string;
}
