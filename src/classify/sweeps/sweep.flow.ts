import type { Flow } from '../../core/flow/flow.js';

export type SweepState = 'running' | 'done' | 'cancelled' | 'superseded';
/** A sweep runs by itself; a person may stop it and start it again where it stood, until a newer change of its claim takes its place. */
export const sweepFlow: Flow<SweepState> = {
  running: [
    { to: 'done', by: ['system'] },
    { to: 'superseded', by: ['system'] },
    { to: 'cancelled', by: ['claim.sweep'] },
  ],
  cancelled: [
    { to: 'running', by: ['claim.sweep'] },
    { to: 'superseded', by: ['system'] },
  ],
  done: [],
  superseded: [],
};
