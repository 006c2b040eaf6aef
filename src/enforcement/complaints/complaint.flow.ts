import type { Flow, FlowActor, Held } from '../../core/flow/flow.js';
import type { ComplaintTimes } from './complaint.js';

export type ComplaintState = ComplaintTimes['state'];
export const COMPLAINT_STATES: readonly ComplaintState[] = ['received', 'accepted', 'not-accepted', 'answered', 'withdrawn'];

/** Whoever had a hand in the decision has none in what becomes of the complaint about it; whoever wrote what is approved neither approves it nor sends it back, which leaves the complaint where it is. */
export const complaintFlow: Flow<ComplaintState> = {
  received: [
    { to: 'accepted', by: ['penalty.draft'], notBy: 'author' },
    { to: 'not-accepted', by: ['penalty.sign'], notBy: 'author', needs: ['new-version', 'complaint-refusal', 'competent-title'] },
    { to: 'received', by: ['penalty.sign'], notBy: 'author', needs: ['new-version', 'complaint-refusal'] },
    { to: 'withdrawn', by: ['complaint.record'], notBy: 'author' },
  ],
  accepted: [
    { to: 'answered', by: ['penalty.sign'], notBy: 'author', needs: ['new-version', 'complaint-answer', 'competent-title'] },
    { to: 'accepted', by: ['penalty.sign'], notBy: 'author', needs: ['new-version', 'complaint-answer'] },
    { to: 'withdrawn', by: ['complaint.record'], notBy: 'author' },
  ],
  'not-accepted': [],
  answered: [],
  withdrawn: [],
};

/** What is on file of a complaint, and who has a part in it. */
export interface InComplaint {
  needs: ReadonlySet<string>;
  /** who had a hand in the decision */
  hands: ReadonlySet<string>;
  /** everybody who ever wrote an answer */
  answerers: ReadonlySet<string>;
  /** the one who acts issued the decision, and nobody else may approve what becomes of the complaint */
  alone: boolean;
}
/** Who is out of a step: whoever had a hand in the decision, and of all but acceptance whoever wrote an answer. */
export function heldFor(
  from: ComplaintState,
  to: ComplaintState,
  { needs, hands, answerers, alone }: InComplaint,
  { staffId }: FlowActor,
): Held {
  if (from === 'received' && to === 'accepted') return { needs, authors: hands };
  const authors = new Set([...hands, ...answerers]);
  if (alone && staffId && to !== 'withdrawn') authors.delete(staffId);
  return { needs, authors };
}
