import type { Flow } from '../../core/flow/flow.js';

export type SweepState = 'running' | 'done' | 'cancelled' | 'failed' | 'superseded';
/** A sweep runs by itself; where it was stopped, or failed for good, a person lets it go on from there, until a newer change of its claim takes its place. */
export const sweepFlow: Flow<SweepState> = {
  running: [
    { to: 'done', by: ['system'] },
    { to: 'failed', by: ['system'] },
    { to: 'superseded', by: ['system'] },
    { to: 'cancelled', by: ['claim.sweep'] },
  ],
  cancelled: [
    { to: 'running', by: ['claim.sweep'] },
    { to: 'superseded', by: ['system'] },
  ],
  failed: [
    { to: 'running', by: ['claim.sweep'] },
    { to: 'superseded', by: ['system'] },
  ],
  done: [],
  superseded: [],
};
