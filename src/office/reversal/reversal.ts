import type { NextAct } from '../../core/flow/flow.js';
import type { CasePenalty, CaseTakedown } from '../../enforcement/index.js';
import type { CaseCorrection, CaseRegisterLine } from '../../publication/index.js';
import type { ActedOn, ReversalDraft, ReversalLine } from './reversal-line.js';

const mineOf = (act: NextAct | null): ReversalDraft['mine'] => act && { possible: act.possible, lacks: act.lacks, ownWork: act.ownWork };
const BARE = { n: null, of: null, was: null, now: null, told: [], next: null, draft: null };
const next = (act: string, right: string) => ({ act, right });
type Line = Partial<ReversalLine> & Pick<ReversalLine, 'kind' | 'id' | 'label' | 'state'>;
const line = (l: Line): ReversalLine => ({ ...BARE, done: false, ...l });

/** Everything that hangs on a case, in the order in which it is undone. */
export function reversalOf(c: ActedOn): ReversalLine[] {
  return [
    ...(c.takedowns ?? []).flatMap((t) => [takedownLine(t, c.fell), ...linksLine(t, c.fell)]),
    ...violationLines(c),
    ...(c.penalties ?? []).flatMap((p) => [penaltyLine(p, c.fell), ...refundLine(p, c.fell)]),
    ...(c.corrections ?? []).filter((k) => k.isPublic || k.state === 'withdrawn').map((k) => correctionLine(k, c.fell)),
    ...c.register.map((r) => registerLine(r, c)),
    ...(c.receipts.total > 0 ? [receiptsLine(c)] : []),
    ...(c.exhibits > 0 ? [line({ kind: 'exhibits', id: 'exhibits', label: '', state: 'kept', done: c.fell, n: c.exhibits })] : []),
  ];
}

const SEND = next('send', 'takedown.send');
const APPROVE = next('approve', 'takedown.approve');
const OF_WITHDRAWAL: Record<string, Pick<ReversalLine, 'state' | 'next'>> = {
  draft: { state: 'withdrawal-drafted', next: APPROVE },
  approved: { state: 'withdrawal-approved', next: SEND },
  sending: { state: 'withdrawal-leaving', next: null },
  undeliverable: { state: 'withdrawal-undeliverable', next: SEND },
};
function takedownLine(t: CaseTakedown, fell: boolean): ReversalLine {
  const about = { kind: 'takedown' as const, id: t.withdrawal?.id ?? t.id, label: t.reference, n: t.links };
  if (t.state === 'withdrawn') return line({ ...about, state: t.sent ? 'withdrawn' : 'cancelled', done: true, draft: withdrawalDraft(t) });
  if (t.withdrawal)
    return line({
      ...about,
      ...OF_WITHDRAWAL[t.withdrawal.state],
      state: OF_WITHDRAWAL[t.withdrawal.state]?.state ?? 'pending',
      draft: withdrawalDraft(t),
    });
  if (fell) return line({ ...about, state: t.state === 'sending' ? 'leaving' : 'pending' });
  if (!t.sent && t.state !== 'sending') return line({ ...about, state: 'will-cancel' });
  return line({ ...about, state: 'will-withdraw', next: APPROVE });
}
function withdrawalDraft({ withdrawal: w }: CaseTakedown): ReversalDraft | null {
  if (!w) return null;
  const { id, version, contentHash } = w;
  return { kind: 'withdrawal', id, version, contentHash, approved: w.state !== 'draft', stepUp: false, mine: mineOf(w.approve) };
}
const REPLY = next('reply', 'takedown.send');
/** What the platform took away is asked back, said to be back or refused, and seen back: only that is an end. */
function linksLine(t: CaseTakedown, fell: boolean): ReversalLine[] {
  if (t.taken === 0) return [];
  const about = { kind: 'links' as const, id: t.id, label: t.reference, of: t.taken, n: t.back };
  if (t.state !== 'withdrawn') return [line({ ...about, state: fell ? 'not-asked-back' : 'will-ask-back' })];
  const back = { ...about, id: t.withdrawal?.id ?? t.id };
  if (t.back === t.taken) return [line({ ...back, state: 'seen-back', done: true })];
  if (t.back + t.saidBack + t.refusedBack < t.taken) return [line({ ...back, state: 'asked-back', next: REPLY })];
  return [line({ ...back, state: t.refusedBack > 0 ? 'refused-back' : 'said-back' })];
}

/** A record on which something was decided is told by the decision. */
function violationLines({ violations, penalties, fell }: ActedOn): ReversalLine[] {
  const decided = new Set((penalties ?? []).filter((p) => p.state !== 'cancelled').map((p) => p.reference));
  return (violations ?? [])
    .filter((v) => !decided.has(v.reference))
    .map((v) => {
      const done = v.state === 'cancelled';
      return line({ kind: 'violation', id: v.id, label: v.reference, state: done ? 'cancelled' : fell ? 'pending' : 'will-cancel', done });
    });
}

const OF_ANNULMENT: Record<string, Pick<ReversalLine, 'state' | 'next' | 'done'>> = {
  draft: { state: 'annulment-drafted', next: next('sign', 'penalty.sign'), done: false },
  signed: { state: 'annulment-signed', next: next('number', 'penalty.serve'), done: false },
  numbered: { state: 'annulment-issued', next: next('serve', 'penalty.serve'), done: false },
  served: { state: 'annulled', next: null, done: true },
};
function penaltyLine(p: CasePenalty, fell: boolean): ReversalLine {
  const about = { kind: 'penalty' as const, id: p.annulment?.id ?? p.id, label: p.number ?? p.reference };
  if (p.state === 'cancelled') return line({ ...about, state: 'cancelled', done: true });
  if (p.annulment)
    return line({
      ...about,
      ...OF_ANNULMENT[p.annulment.state],
      state: OF_ANNULMENT[p.annulment.state]?.state ?? 'pending',
      draft: annulmentDraft(p.annulment),
    });
  if (fell) return line({ ...about, state: 'pending' });
  return p.state === 'draft'
    ? line({ ...about, state: 'will-cancel' })
    : line({ ...about, state: 'will-annul', next: next('sign', 'penalty.sign') });
}
const annulmentDraft = (a: NonNullable<CasePenalty['annulment']>): ReversalDraft => ({
  kind: 'annulment',
  id: a.id,
  version: a.version,
  contentHash: a.contentHash,
  approved: a.state !== 'draft',
  stepUp: true,
  mine: mineOf(a.sign),
});
function refundLine(p: CasePenalty, fell: boolean): ReversalLine[] {
  if (p.paid === 0) return [];
  const about = { kind: 'refund' as const, id: p.id, label: p.number ?? p.reference, n: p.paid };
  if (p.state === 'refunded') return [line({ ...about, state: 'refunded', done: true })];
  if (p.state === 'annulled') return [line({ ...about, state: 'refund-due', next: next('refund', 'penalty.collect') })];
  return [line({ ...about, state: fell || p.annulment ? 'refund-after-annulment' : 'will-refund' })];
}

const AGREE = next('withdraw', 'correction.approve');
/** Where the claim stands only the case fell, and somebody looks again; where it left the registry the correction goes. */
function correctionLine(k: CaseCorrection, fell: boolean): ReversalLine {
  const about = { kind: 'correction' as const, id: k.id, label: k.title, draft: correctionDraft(k) };
  if (k.state === 'withdrawn') return line({ ...about, state: 'correction-withdrawn', done: true });
  if (k.withdrawal) return line({ ...about, state: 'withdrawal-proposed', next: AGREE });
  if (!fell)
    return k.claimRetired
      ? line({ ...about, state: 'will-propose-withdrawal', next: AGREE })
      : line({ ...about, state: 'will-look-again', next: next('keep', 'correction.approve') });
  if (k.claimRetired) return line({ ...about, state: 'claim-retired', next: next('propose-withdrawal', 'correction.withdraw') });
  return k.caseFell
    ? line({ ...about, state: 'look-again', next: next('keep', 'correction.approve') })
    : line({ ...about, state: 'correction-stands', done: true });
}
function correctionDraft({ id, version, withdrawal: w }: CaseCorrection): ReversalDraft | null {
  if (!w) return null;
  return { kind: 'correction', id, version, contentHash: w.contentHash, approved: w.agreed, stepUp: false, mine: mineOf(w.withdraw) };
}

const TAKEN_BACK = ['withdrawn', 'annulled', 'refunded', 'voided'];
/** A correction that stands stays in the register, and rightly. */
function registerLine({ act, kind, was, now }: CaseRegisterLine, { fell, corrections }: ActedOn): ReversalLine {
  const back = now !== null && TAKEN_BACK.includes(now);
  const stands = (corrections ?? []).some((k) => k.id === act && correctionLine(k, fell).state === 'correction-stands');
  const state = back ? 'shown-taken-back' : now === null ? 'not-shown' : fell ? 'still-shown' : 'shown';
  return line({ kind: 'register', id: act, label: kind, state, done: back || stands, was, now });
}

const ACTED: readonly string[] = ['in-case', 'asked', 'removed'];
/** At its end once no reporter reads any more that the office acts on the post. */
function receiptsLine({ fell, receipts: { total, told } }: ActedOn): ReversalLine {
  const done = fell && !told.some(({ state }) => ACTED.includes(state));
  return line({ kind: 'receipts', id: 'receipts', label: '', state: 'told', done, n: total, told });
}
