import type { Flow } from '../../core/flow/flow.js';

export type ViolationState = 'draft' | 'drawn' | 'cancelled';
export const VIOLATION_STATES: readonly ViolationState[] = ['draft', 'drawn', 'cancelled'];

/** A record that those present have signed is not written anew; it is cancelled while nothing was decided on it. */
export const violationFlow: Flow<ViolationState> = {
  draft: [
    {
      to: 'drawn',
      by: ['violation.draw'],
      needs: [
        'case-confirmed',
        'judged-false',
        'sealed-evidence',
        'punished-once',
        'time-answered',
        'begin-as-shown',
        'terms-current',
        'signatures',
        'presences-noted',
        'times-today',
        'document-complete',
      ],
    },
    { to: 'cancelled', by: ['violation.draw', 'system'] },
  ],
  drawn: [{ to: 'cancelled', by: ['violation.draw', 'system'], needs: ['no-decision'] }],
  cancelled: [],
};
