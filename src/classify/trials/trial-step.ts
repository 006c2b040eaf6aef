import { take, type FlowActor } from '../../core/flow/flow.js';
import { Problem } from '../../core/problem/problem.js';
import type { TrialRow } from './trial.entity.js';
import { trialFlow, type TrialState } from './trial.flow.js';

/** Refuses a step that a trial cannot take now, or that this person may not. */
export function refuseStep(trial: TrialRow, to: TrialState, actor: FlowActor): void {
  const taken = take(trialFlow, trial.state, to, actor, { needs: new Set(), authors: new Set([trial.askedBy]) });
  if (taken.ok) return;
  if (taken.reason === 'own-work') throw new Problem('own-trial');
  if (taken.reason === 'no-right') throw new Problem('forbidden');
  throw new Problem('stale', { current: { state: trial.state } });
}
