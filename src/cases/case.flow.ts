import type { Flow } from '../core/flow/flow.js';

export type CaseState = 'open' | 'verifying' | 'confirmed' | 'dismissed' | 'closed';
export const CASE_STATES: readonly CaseState[] = ['open', 'verifying', 'confirmed', 'dismissed', 'closed'];

/** What was confirmed once is dismissed by a second person only, also after it was closed and reopened; what fell comes back by a second person only. */
export const caseFlow: Flow<CaseState> = {
  open: [{ to: 'verifying', by: ['case.work'] }],
  verifying: [
    { to: 'confirmed', by: ['case.work'], needs: ['false-statement', 'sealed-exhibit'] },
    { to: 'dismissed', by: ['case.work'], needs: ['never-confirmed'] },
    { to: 'dismissed', by: ['case.fall'], notBy: 'author', needs: ['once-confirmed', 'fall-proposed'] },
  ],
  confirmed: [
    { to: 'closed', by: ['case.work'], needs: ['no-open-deadline', 'no-open-fall', 'no-open-penalty'] },
    { to: 'dismissed', by: ['case.fall'], notBy: 'author', needs: ['fall-proposed'] },
  ],
  dismissed: [{ to: 'closed', by: ['case.work'], needs: ['no-open-deadline', 'no-open-penalty'] }],
  closed: [
    { to: 'verifying', by: ['case.work'], needs: ['never-fell'] },
    { to: 'verifying', by: ['case.fall'], notBy: 'author', needs: ['fell', 'reopening-proposed'] },
  ],
};
