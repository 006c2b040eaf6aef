import type { Flow } from '../core/flow/flow.js';

export type TakedownState = 'draft' | 'approved' | 'sending' | 'sent' | 'undeliverable' | 'withdrawn';
export const TAKEDOWN_STATES: readonly TakedownState[] = ['draft', 'approved', 'sending', 'sent', 'undeliverable', 'withdrawn'];
export type TakedownKind = 'removal' | 'withdrawal';

/** One shape for both kinds; they differ in what must be on file before a second person may approve. */
const flow = (needs: string[]): Flow<TakedownState> => ({
  draft: [
    { to: 'approved', by: ['takedown.approve'], notBy: 'author', needs },
    { to: 'withdrawn', by: ['takedown.draft', 'system'] },
  ],
  approved: [
    { to: 'sending', by: ['takedown.send'], needs: ['approval', 'way-ready', ...needs] },
    { to: 'sent', by: ['takedown.send'], needs: ['approval', 'by-hand', 'delivery-proof', ...needs] },
    { to: 'draft', by: ['takedown.draft'] },
    { to: 'withdrawn', by: ['takedown.draft', 'system'] },
  ],
  sending: [
    { to: 'sent', by: ['system'], needs: ['approval', 'delivery-proof'] },
    { to: 'undeliverable', by: ['system'] },
    { to: 'approved', by: ['takedown.send', 'system'], needs: ['nothing-left'] },
    { to: 'withdrawn', by: ['takedown.draft', 'system'], needs: ['nothing-left'] },
  ],
  undeliverable: [
    { to: 'sending', by: ['takedown.send'], needs: ['approval', 'way-ready', ...needs] },
    { to: 'sent', by: ['takedown.send'], needs: ['approval', 'by-hand', 'delivery-proof', ...needs] },
    { to: 'draft', by: ['takedown.draft'] },
    { to: 'withdrawn', by: ['takedown.draft', 'system'] },
  ],
  sent: [
    { to: 'undeliverable', by: ['takedown.send'] },
    { to: 'withdrawn', by: ['system'], needs: ['withdrawal-sent'] },
  ],
  withdrawn: [],
});

export const takedownFlow = flow(['case-confirmed', 'judged-false', 'exact-urls', 'legal-basis', 'sealed-evidence', 'no-blank']);
export const withdrawalFlow = flow(['exact-urls', 'no-blank']);
export const flowOf = (kind: TakedownKind): Flow<TakedownState> => (kind === 'removal' ? takedownFlow : withdrawalFlow);
