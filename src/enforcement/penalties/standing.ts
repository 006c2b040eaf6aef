import { canonical } from '../../core/events/canonical.js';
import type { Candidate } from '../penalty/candidate.js';
import { authorityOn } from '../penalty/competence.js';
import { computePenalty, type Penalty } from '../penalty/compute.js';
import { confirmedOf, type Confirmation, type ConfirmedDoubt } from '../penalty/confidence.js';
import type { Day } from '../penalty/day.js';
import type { PenaltyLaw } from '../penalty/law.js';
import { asCase, factsOf } from './as-case.js';
import type { PenaltyDecision, PenaltyEnd } from './decision.js';

/** A title that somebody holds on the day. */
export interface HeldTitle {
  id: string;
  title: string;
}
export interface Standing<T extends HeldTitle = HeldTitle> {
  /** computed again from what the decision stores, for the day and the title */
  penalty: Penalty;
  candidate: Candidate | null;
  /** the first of the signer's titles whose competence covers it */
  title: T | null;
  needs: Set<string>;
  /** what is not known of the law for sure, and a lawyer confirmed */
  confirmed: ConfirmedDoubt[];
}
export interface Today<T extends HeldTitle> {
  day: Day;
  titles: readonly T[];
  confirmations: readonly Confirmation[];
}
/** Questions and reasons that do not touch a decision on remedies alone: it is made where no penalty can be. */
const NOT_FOR_REMEDIES = ['remedy-alone', 'which-amount', 'limitation-expired', 'limitation-unsure', 'not-liable', 'amount-outside'];
const COMPETENCE = ['unknown-title', 'not-competent'];

/** What the law says today of a decision that was written before: does each figure still follow, and who may sign it? */
export function standingOf<T extends HeldTitle>(decision: PenaltyDecision, today: Today<T>, law: PenaltyLaw): Standing<T> {
  const { day, confirmations } = today;
  const compute = (signer: string | null) => computePenalty(asCase(factsOf(decision), { day, signer, confirmations }), law);
  const chosen = chosenOf(compute(null), decision);
  const title = today.titles.find((t) => mayDecide(decision.end, t.title, chosen, day, law)) ?? null;
  const penalty = compute(title?.title ?? null);
  const applies = (word: string) => decision.end !== 'remedies' || !NOT_FOR_REMEDIES.includes(word);
  const blocks = penalty.blocks.map((b) => b.block).filter(applies);
  const against = blocks.filter((b) => b !== 'to-be-confirmed' && !b.startsWith('limitation-') && !COMPETENCE.includes(b));
  const met: [string, boolean][] = [
    ['questions-answered', penalty.asks.every((a) => !applies(a.ask))],
    ['within-limitation', chosen?.limitation.state === 'within'],
    ['law-confirmed', !blocks.includes('to-be-confirmed')],
    ['sum-holds', against.length === 0 && figuresHold(decision, chosen, penalty)],
    ['referral-decided', decision.crime.refer === true],
    ['competent-title', title !== null],
  ];
  const needs = new Set(met.filter(([, holds]) => holds).map(([need]) => need));
  const confirmed = confirmedOf(chosenOf(penalty, decision)?.doubts ?? [], confirmations);
  return { penalty, candidate: chosen, title, needs, confirmed };
}

/** The provision of the decision as the law offers it; nothing is offered where the file goes to the police. */
export const chosenOf = (penalty: Penalty, { provision }: Pick<PenaltyDecision, 'provision'>): Candidate | null =>
  penalty.acts
    .flatMap((act) => act.readings)
    .flatMap((r) => [...r.candidates, ...r.lighter])
    .find((c) => c.provision === provision?.id) ?? null;

function mayDecide(end: PenaltyEnd, title: string, chosen: Candidate | null, day: Day, law: PenaltyLaw): boolean {
  if (end === 'referral' || end === 'none') return authorityOn(law.authorities, day)?.titles.some((t) => t.key === title) ?? false;
  const found = chosen?.competence?.find((c) => c.title === title);
  return found !== undefined && (end === 'remedies' ? found.failed.every((f) => f.test !== 'remedies') : found.competent);
}

/** Each figure, the law it follows and what is ordered beside it are those that are computed now. */
function figuresHold(decision: PenaltyDecision, chosen: Candidate | null, penalty: Penalty): boolean {
  const { end, sum, provision, additional, remedies, rule } = decision;
  if (end === 'referral' || end === 'none') return true;
  if (!chosen || !provision || penalty.rule.key !== rule.key) return false;
  const ordered = (list: { key: string }[]) => list.map((m) => m.key).join();
  if (ordered(remedies) !== chosen.remedies.join()) return false;
  if (end === 'remedies') return true;
  if (ordered(additional) !== chosen.additional.join() || penalty.acts[0]?.settled?.provision !== provision.id) return false;
  const { outcome, steps, amount, between } = chosen.fine;
  const fits = end === 'warning' ? outcome === 'warning-only' : amount !== null;
  return fits && sum !== null && canonical(sum) === canonical({ outcome, steps, amount, between });
}
