import type { Flow } from '../../core/flow/flow.js';

export type TrialState = 'running' | 'stopped' | 'failed' | 'done' | 'approved' | 'declined';
/** Other thresholds, or another model, are tried on what people decided; somebody else puts them in force. */
export const trialFlow: Flow<TrialState> = {
  running: [
    { to: 'done', by: ['system'] },
    { to: 'failed', by: ['system'] },
    { to: 'stopped', by: ['matching.try'] },
  ],
  stopped: [],
  failed: [
    { to: 'running', by: ['matching.try'] },
    { to: 'stopped', by: ['matching.try'] },
  ],
  done: [
    { to: 'approved', by: ['matching.approve'], notBy: 'author' },
    { to: 'declined', by: ['matching.approve'], notBy: 'author' },
    { to: 'stopped', by: ['matching.try'] },
  ],
  approved: [],
  declined: [],
};
