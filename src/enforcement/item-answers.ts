import type { NextAct } from '../core/flow/flow.js';
import type { CountedPage, Moment, Versioned } from '../core/http/answer.js';
import type { Ground, LastSeen, Observation, SeenSignedIn } from '../crawl/index.js';
import type { ItemState, Reply } from './item.flow.js';
import type { LookReason } from './item.repository.js';
import type { TakedownKind } from './takedown.flow.js';

/** One link that was asked for, with its clocks and what the public was last shown. */
export interface ItemLine {
  id: string;
  takedownId: string;
  addressId: string;
  postId: string;
  url: string;
  state: ItemState;
  version: number;
  askedAt: Date;
  dueAt: Date;
  overdue: boolean;
  claimedAt: Date | null;
  verifiedAt: Date | null;
  lastSeen: LastSeen | null;
  seenSignedIn: SeenSignedIn | null;
  nextLook: Date | null;
}
export interface BoardItem extends ItemLine {
  reference: string;
  platform: string;
  caseId: string;
  kind: TakedownKind;
  next: NextAct[];
}
export interface ItemBoard extends CountedPage<BoardItem> {
  /** how many there are of each state, whichever is asked for */
  states: { [state in ItemState]?: number };
  /** of all */
  overdue: number;
  officeNow: Date;
}
export interface TakedownItem extends ItemLine {
  replies: { id: string; reply: Reply; text: string; receivedAt: Moment; recordedBy: string | null; exhibitId: string | null }[];
  /** `way`: by which way out it went, direct or one of CAPTURE_ROUTES; `session`: which it bore, so that it proves nothing */
  observations: {
    captureId: string;
    observation: Observation;
    ground: Ground;
    at: Moment;
    recordedAt: Moment;
    way: string;
    session: string | null;
  }[];
  looks: {
    captureId: string;
    why: LookReason;
    at: Moment;
    by: string | null;
    state: 'ordered' | 'sealed' | 'failed' | null;
  }[];
  plannedLooks: Moment[];
  steps: { from: ItemState; to: ItemState; at: Moment; captures: string[]; replyId: string | null }[];
  next: NextAct[];
}
export interface ItemStepped extends Versioned {
  state: ItemState;
}
