import type { Moment } from '../core/http/answer.js';
import type { NextAct } from '../core/flow/flow.js';
import type { Colleague, Deadline, Fall, Note, Party } from './case-entries.js';
import type { CaseHead } from './case-list.view.js';
import type { CasePost, Exhibit } from './case-parts.js';
import type { OvertakenGround } from './overtaken/overtaken-ground.view.js';
import type { OpenPenalty } from './open-penalties.use-case.js';

/** The whole case file as one screen reads it. */
export interface CaseFile extends Omit<CaseHead, 'overtaken'> {
  /** claims that it rests on and that are false no more */
  overtaken: OvertakenGround[];
  openedBy: string | null;
  /** whether it still takes posts, exhibits, people and deadlines */
  mayEnter: boolean;
  /** the first ones; the rest is read page by page */
  posts: CasePost[];
  exhibits: Exhibit[];
  parties: Party[];
  /** newest first */
  notes: Note[];
  /** those that are open, then those that were met, each by when they are due */
  deadlines: Deadline[];
  /** newest first */
  falls: Fall[];
  /** how many there are */
  totals: CaseTotals;
  /** its last fall or reopening by two persons was a fall */
  fell: boolean;
  /** fines that were paid late: only their interest is open, and the case may close over it for a reason */
  owingInterest: OpenPenalty[];
  /** whoever may work on cases, by name */
  assignable: Colleague[];
  /** newest first */
  history: CaseEvent[];
  /** more happened before */
  moreHistory: boolean;
  next: NextAct[];
}
export interface CaseTotals {
  posts: number;
  exhibits: number;
  parties: number;
  notes: number;
  deadlines: number;
  openDeadlines: number;
  falls: number;
  /** requests to take down that rest on it */
  takedowns: number;
  assignable: number;
}
export interface CaseEvent {
  id: string;
  type: string;
  at: Moment;
  recordedAt: Moment;
  actorName: string | null;
  subject: string | null;
  office: Record<string, unknown> | null;
  seq: number | null;
  reason: string | null;
  /** what it was called before, if somebody had named it, and what it was called then */
  title: { was: string | null; now: string } | null;
}
