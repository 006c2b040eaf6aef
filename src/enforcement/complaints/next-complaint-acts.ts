import { steps, type FlowActor } from '../../core/flow/flow.js';
import type { PenaltyAct } from '../penalties/next-penalty-acts.js';
import { fits, type AnswerOutcome } from './complaint.js';
import { complaintFlow, heldFor, type ComplaintState, type InComplaint } from './complaint.flow.js';

const NAMES: Record<Exclude<ComplaintState, 'received'>, string> = {
  accepted: 'accept-complaint',
  'not-accepted': 'approve-refusal',
  answered: 'approve-answer',
  withdrawn: 'withdraw-complaint',
};
const DRAFTS: Partial<Record<ComplaintState, string>> = { received: 'refuse-complaint', accepted: 'draft-answer' };

/** What this person may do next with a complaint, with what each act still lacks. */
export function nextComplaintActs(
  { state, answer }: { state: ComplaintState; answer: { sha256: string; outcome: AnswerOutcome } | null },
  actor: FlowActor,
  known: InComplaint,
): PenaltyAct[] {
  const read = answer && fits(state, answer.outcome) ? { contentHash: answer.sha256 } : {};
  const more = (to: ComplaintState) => (to === state ? read : to === 'answered' || to === 'not-accepted' ? { stepUp: true, ...read } : {});
  const acts: PenaltyAct[] = complaintFlow[state].flatMap(({ to }) =>
    steps(complaintFlow, state, actor, heldFor(state, to, known, actor))
      .filter((s) => s.to === to)
      .map((s) => ({ act: to === state || to === 'received' ? 'return' : NAMES[to], ...s, ...more(to) })),
  );
  const draft = DRAFTS[state];
  if (!draft || !actor.rights.has('penalty.draft')) return acts;
  const ownWork = actor.staffId !== null && known.hands.has(actor.staffId);
  const drafting = { act: draft, lacks: [], ownWork, possible: !ownWork };
  return state === 'accepted' ? [drafting, ...acts] : [...acts, drafting];
}
