import type { Flow } from '../../core/flow/flow.js';
import type { ComplaintTimes } from './complaint.js';

export type ComplaintState = ComplaintTimes['state'];
export const COMPLAINT_STATES: readonly ComplaintState[] = ['received', 'accepted', 'not-accepted', 'answered', 'withdrawn'];

/** Whoever had a hand in the decision has none in what becomes of the complaint about it; whoever wrote what is approved does not approve it. */
export const complaintFlow: Flow<ComplaintState> = {
  received: [
    { to: 'accepted', by: ['penalty.draft'], notBy: 'author' },
    { to: 'not-accepted', by: ['penalty.sign'], notBy: 'author', needs: ['complaint-refusal', 'competent-title'] },
    { to: 'withdrawn', by: ['complaint.record'], notBy: 'author' },
  ],
  accepted: [
    { to: 'answered', by: ['penalty.sign'], notBy: 'author', needs: ['complaint-answer', 'competent-title'] },
    { to: 'withdrawn', by: ['complaint.record'], notBy: 'author' },
  ],
  'not-accepted': [],
  answered: [],
  withdrawn: [],
};
