import { steps, type FlowActor } from '../../core/flow/flow.js';
import type { PenaltyAct } from '../penalties/next-penalty-acts.js';
import { complaintFlow, type ComplaintState } from './complaint.flow.js';
import type { KnownComplaint } from './know-complaint.use-case.js';

const NAMES: Record<Exclude<ComplaintState, 'received'>, string> = {
  accepted: 'accept-complaint',
  'not-accepted': 'refuse-complaint',
  answered: 'approve-answer',
  withdrawn: 'withdraw-complaint',
};

/** What this person may do next with a complaint, with what each act still lacks. */
export function nextComplaintActs(
  { state, answerSha256 }: { state: ComplaintState; answerSha256: string | null },
  actor: FlowActor,
  known: KnownComplaint,
): PenaltyAct[] {
  const acts: PenaltyAct[] = steps(complaintFlow, state, actor, known).map((s) => ({
    act: NAMES[s.to as Exclude<ComplaintState, 'received'>],
    ...s,
    ...(s.to === 'answered' ? { stepUp: true, ...(answerSha256 ? { contentHash: answerSha256 } : {}) } : {}),
  }));
  if (state !== 'accepted' || !actor.rights.has('penalty.draft')) return acts;
  const ownWork = actor.staffId !== null && known.hands.has(actor.staffId);
  return [{ act: 'draft-answer', lacks: [], ownWork, possible: !ownWork }, ...acts];
}
