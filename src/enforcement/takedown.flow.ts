import type { Flow, Step } from '../core/flow/flow.js';

export type TakedownState = 'draft' | 'approved' | 'sending' | 'sent' | 'undeliverable' | 'withdrawn';
export const TAKEDOWN_STATES: readonly TakedownState[] = ['draft', 'approved', 'sending', 'sent', 'undeliverable', 'withdrawn'];
export type TakedownKind = 'removal' | 'withdrawal';

/** What never reached the other side is cancelled by whoever drafts; what once did ends by a withdrawal that was sent. */
const cancelled: Step<TakedownState>[] = [
  { to: 'withdrawn', by: ['takedown.draft', 'system'], needs: ['never-sent'] },
  { to: 'withdrawn', by: ['system'], needs: ['withdrawal-sent'] },
];

/** One shape for both kinds; they differ in what must be on file before a second person may approve. That what was sent came back is noted by such a person, who did not send it. */
const flow = (needs: string[]): Flow<TakedownState> => {
  const leaving: Step<TakedownState>[] = [
    { to: 'sending', by: ['takedown.send'], needs: ['approval', 'way-ready', 'no-withdrawal', ...needs] },
    { to: 'sent', by: ['takedown.send'], needs: ['approval', 'by-hand', 'delivery-proof', 'no-withdrawal', ...needs] },
  ];
  return {
    draft: [
      { to: 'approved', by: ['takedown.approve'], notBy: 'author', needs: ['new-version', ...needs] },
      { to: 'draft', by: ['takedown.approve'], notBy: 'author', needs: ['new-version'] },
      ...cancelled,
    ],
    approved: [...leaving, { to: 'draft', by: ['takedown.draft'] }, ...cancelled],
    sending: [
      { to: 'sent', by: ['system'], needs: ['approval', 'delivery-proof'] },
      { to: 'undeliverable', by: ['system'] },
      { to: 'approved', by: ['takedown.send', 'system'], needs: ['nothing-left'] },
      { to: 'withdrawn', by: ['takedown.draft', 'system'], needs: ['nothing-left', 'never-sent'] },
    ],
    undeliverable: [...leaving, { to: 'draft', by: ['takedown.draft'] }, ...cancelled],
    sent: [
      { to: 'undeliverable', by: ['takedown.approve'], notBy: 'author' },
      { to: 'withdrawn', by: ['system'], needs: ['withdrawal-sent'] },
    ],
    withdrawn: [],
  };
};

export const takedownFlow = flow(['case-confirmed', 'judged-false', 'exact-urls', 'legal-basis', 'sealed-evidence', 'no-blank']);
export const withdrawalFlow = flow(['exact-urls', 'no-blank']);
export const flowOf = (kind: TakedownKind): Flow<TakedownState> => (kind === 'removal' ? takedownFlow : withdrawalFlow);
