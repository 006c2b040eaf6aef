import type { Versioned } from '../../core/http/answer.js';
import type { PenaltyState } from './penalty.flow.js';
import type { ViolationState } from './violation.flow.js';

/** A record after somebody wrote at it, or took it a step further. */
export interface ViolationStepped extends Versioned {
  id: string;
  state: ViolationState;
  contentHash: string;
}
export interface PenaltyStepped extends Versioned {
  id: string;
  state: PenaltyState;
  contentHash: string;
  /** the official number, once it is given */
  number: string | null;
}
