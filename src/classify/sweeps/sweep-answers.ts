import type { NextAct } from '../../core/flow/flow.js';
import type { Moment } from '../../core/http/answer.js';
import type { SweepCause } from './sweep.js';
import type { SweepState } from './sweep.flow.js';

/** One claim set beside all posts that came in before it changed: how far, and in how many it was found. */
export interface SweepLine {
  id: string;
  claimId: string;
  versionId: string;
  /** of the version */
  number: number;
  /** the claim as that version words it first */
  text: string;
  cause: SweepCause;
  /** what began it */
  eventId: string | null;
  state: SweepState;
  items: number;
  done: number;
  found: number;
  startedAt: Date;
  movedAt: Date | null;
  endedAt: Date | null;
  /** the last time that somebody stopped it */
  stop: { reason: string; by: string; at: Moment } | null;
  /** why its last turn failed, where it stands still for that */
  failure: string | null;
  next: NextAct[];
}
