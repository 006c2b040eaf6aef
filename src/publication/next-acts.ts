import { steps, type FlowActor, type Held as FlowHeld, type NextAct } from '../core/flow/flow.js';
import { correctionFlow, type CorrectionState } from './correction.flow.js';

export interface CorrectionAct extends NextAct {
  /** what is approved or sent back is named by its hash */
  contentHash?: string;
}
interface Standing {
  state: CorrectionState;
  contentHash: string;
  withdrawalOpen: boolean;
  writing: FlowHeld;
  withdrawing: FlowHeld;
  /** what a person may let stand, since a case that rested on its claim fell; by whom it was written */
  keeping: ReadonlySet<string> | null;
}

/** What this person may do next with the correction, with what each act still lacks. */
export function nextActs(
  { state, contentHash, withdrawalOpen, writing, withdrawing, keeping }: Standing,
  actor: FlowActor,
): CorrectionAct[] {
  const taken = steps(correctionFlow, state, actor, writing).filter((s) => s.to !== 'withdrawn');
  const acts: CorrectionAct[] = taken.flatMap(
    (s) =>
      s.to === 'published' ? [{ act: 'publish', contentHash, ...s }] : state === 'draft' ? [{ act: 'return', contentHash, ...s }] : [], // an edit makes a draft again: it is the act `change`
  );
  const plain = { possible: true, lacks: [], ownWork: false };
  if (state === 'withdrawn') return [];
  if (actor.rights.has('correction.draft')) acts.push({ act: 'change', to: 'draft', ...plain });
  if (keeping && actor.rights.has('correction.approve')) {
    const ownWork = actor.staffId !== null && keeping.has(actor.staffId);
    acts.push({ act: 'keep', lacks: [], ownWork, possible: !ownWork, contentHash });
  }
  if (!withdrawalOpen) {
    if (actor.rights.has('correction.withdraw')) acts.push({ act: 'propose-withdrawal', ...plain });
    return acts;
  }
  const withdrawal = steps(correctionFlow, state, actor, withdrawing).filter((s) => s.to === 'withdrawn');
  return [
    ...acts,
    ...withdrawal.flatMap((s) => [
      { act: 'withdraw', ...s },
      { act: 'decline-withdrawal', ...s, to: state },
    ]),
  ];
}
