import { steps, type NextAct } from '../core/flow/flow.js';
import type { Person } from './approve-takedown.use-case.js';
import { isEnded, itemFlowOf, REPLIES, type ItemState } from './item.flow.js';
import type { Known } from './know-takedown.use-case.js';
import type { TakedownAct } from './takedown-answers.js';
import { flowOf, type TakedownKind, type TakedownState } from './takedown.flow.js';
import type { Held } from './takedown.repository.js';

const ACTS: Partial<Record<TakedownState, Record<string, string>>> = {
  draft: { approved: 'approve', draft: 'return' },
  approved: { sending: 'send', sent: 'send-by-hand' },
  undeliverable: { sending: 'send', sent: 'send-by-hand' },
  sending: { approved: 'call-back' },
  sent: { undeliverable: 'note-bounce' },
};
/** What this person may do next with the request, with what each act still lacks. */
export function nextActs({ takedown, newest }: Held, actor: Person, known: Known): TakedownAct[] {
  const { state, kind, sentAt } = takedown;
  const sendable = new Set([...known.needs, 'delivery-proof']);
  const otherWay = known.needs.has('by-hand') ? 'sending' : 'sent';
  const acts: TakedownAct[] = [];
  for (const step of steps(flowOf(kind), state, actor, { ...known, needs: sendable })) {
    // an edit makes a draft again: it is the act `change`
    if (
      (step.to === 'draft' && state !== 'draft') ||
      (step.to === 'withdrawn' && sentAt !== null) ||
      (step.to === otherWay && ACTS[state]?.[step.to])
    )
      continue;
    acts.push({ ...step, act: step.to === 'withdrawn' ? 'withdraw' : (ACTS[state]?.[step.to] ?? step.to) });
  }
  const plain = { possible: true, lacks: [], ownWork: false };
  if (actor.rights.has('takedown.draft')) {
    if (state === 'draft' || state === 'approved' || state === 'undeliverable') acts.push({ act: 'change', to: 'draft', ...plain });
    if (sentAt !== null && kind === 'removal' && state !== 'sending' && state !== 'withdrawn' && known.needs.has('no-withdrawal'))
      acts.push({ act: 'withdraw', to: 'withdrawn', ...plain });
  }
  return acts.map((act) => (act.act === 'approve' || act.act === 'return' ? { ...act, contentHash: newest.sha256 } : act));
}

/** What a person may take down about one link of a request that was sent. */
export function nextReplies(state: ItemState, actor: Person, takedown: { kind: TakedownKind; state: TakedownState }): NextAct[] {
  if (takedown.state !== 'sent' || isEnded(state) || !actor.rights.has('takedown.send')) return [];
  const replies = steps(itemFlowOf(takedown.kind), state, actor, { needs: new Set(['reply']), authors: new Set() }).filter((s) =>
    (REPLIES as readonly string[]).includes(s.to),
  );
  return [...replies.map((s) => ({ ...s, act: 'reply' })), { act: 'look', to: state, possible: true, lacks: [], ownWork: false }];
}
