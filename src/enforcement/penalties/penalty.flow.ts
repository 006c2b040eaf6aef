import type { Flow } from '../../core/flow/flow.js';
import type { DecisionContent, PenaltyEnd } from './decision.js';

export type PenaltyState = 'draft' | 'signed' | 'numbered' | 'served' | 'late' | 'paid' | 'annulled' | 'refunded' | 'cancelled';
export const PENALTY_STATES: readonly PenaltyState[] = [
  ...(['draft', 'signed', 'numbered', 'served', 'late', 'paid', 'annulled', 'refunded', 'cancelled'] as const),
];

/** One way for every decision; they differ in what must be on file before it is signed, again before it is issued, as long as it is enforced, and before a draft is given up. */
function flow(needs: string[], standing: string[], given: string[] = []): Flow<PenaltyState> {
  const annulled = { to: 'annulled' as const, by: ['system'], needs: ['annulment-issued'] };
  const paid = { to: 'paid' as const, by: ['penalty.collect'], needs: ['fine', 'paid-in-full'] };
  return {
    draft: [
      { to: 'signed', by: ['penalty.sign'], notBy: 'author', needs: ['new-version', ...needs, 'competent-title', 'printing-current'] },
      { to: 'draft', by: ['penalty.sign'], notBy: 'author', needs: ['new-version'] },
      { to: 'cancelled', by: ['penalty.draft', 'system'], needs: given },
    ],
    // an edit, and an explanation that arrives, make the signature void
    signed: [
      { to: 'numbered', by: ['penalty.serve'], needs: ['signature', 'signer-entitled', ...standing, ...needs] },
      { to: 'draft', by: ['penalty.draft', 'system'] },
      annulled,
    ],
    numbered: [{ to: 'served', by: ['penalty.serve'], needs: ['service-proof', ...standing] }, annulled],
    // money that came in is a fact, whatever becomes of the decision: it is recorded, and given back once that is annulled
    served: [paid, { to: 'late', by: ['system'], needs: ['fine', 'overdue', ...standing] }, annulled],
    late: [paid, annulled],
    paid: [annulled],
    annulled: [{ to: 'refunded', by: ['penalty.collect'], needs: ['refund-owed'] }],
    // money that comes in even then is owed back once more
    refunded: [{ to: 'annulled', by: ['system'], needs: ['money-received'] }],
    cancelled: [],
  };
}

const RECORD = ['case-confirmed', 'record-drawn', 'sealed-evidence', 'punished-once'];
const LAW = ['judged-false', 'questions-answered', 'sum-holds', 'measures-decided', 'law-confirmed', 'document-complete'];
/** Whatever is decided answers what the accused said, also what came after it was signed. */
const ANSWERED = 'explanation-answered';
const HEARD = ['right-confirmed', 'explained', ANSWERED, 'within-limitation', 'within-window'];
/** Nothing is on its way that would take the decision back. */
export const STANDING = ['no-annulment', 'case-stands'];
const punishing = flow([...RECORD, ...LAW, ...HEARD], STANDING);

export const decisionFlows: Record<PenaltyEnd, Flow<PenaltyState>> = {
  fine: punishing,
  warning: punishing,
  remedies: flow([...RECORD, ...LAW, ANSWERED], STANDING),
  referral: flow([...RECORD, 'referral-decided', ANSWERED], STANDING),
  none: flow(['record-drawn', ANSWERED], STANDING),
};
/** What a complaint was upheld for is not given up again. */
export const annulmentFlow = flow(['annulled-stands', 'document-complete'], [], ['no-upheld-complaint']);
export const flowOf = (content: DecisionContent): Flow<PenaltyState> =>
  content.kind === 'annulment' ? annulmentFlow : decisionFlows[content.end];
/** A decision that was signed and that nothing has taken back. */
export const stillStands = (state: PenaltyState): boolean => !['draft', 'cancelled', 'annulled', 'refunded'].includes(state);
