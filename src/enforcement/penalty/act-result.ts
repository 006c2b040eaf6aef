import type { Text } from '../table-faults.js';
import { candidateFor, type Candidate, type Ground } from './candidate.js';
import { candidates, moreLenient, readings, type Reading } from './choice.js';
import type { DaySpan } from './day.js';
import type { Provision } from './law.js';
import type { Act } from './penalty-case.js';

export const ASKS = [
  'ended-or-ongoing',
  'which-day',
  'which-provision',
  'lighter-text',
  'which-amount',
  'refer-to-police',
  'remedy-alone',
] as const;
export const BLOCKS = [
  'no-provision',
  'provision-not-offered',
  'not-liable',
  'amount-outside',
  'limitation-expired',
  'limitation-unsure',
  'unknown-title',
  'not-competent',
  'to-be-confirmed',
] as const;
/** A question that a person must answer before there can be a decision. */
export interface Ask {
  ask: (typeof ASKS)[number];
  of: 'inspector' | 'legal';
  /** the act, counted from 1; null for the whole case */
  act: number | null;
}
/** A reason why it cannot be signed as it stands. */
export interface Block {
  block: (typeof BLOCKS)[number];
  act: number | null;
  about?: string;
}
/** One reading of time: the days that count, the rule that makes them count, and what follows. */
export interface ActReading {
  reading: Reading;
  reference: DaySpan;
  by: Text;
  candidates: Candidate[];
  lighter: Candidate[];
}
export interface ActResult {
  act: number;
  readings: ActReading[];
  /** what stands once every question about the act is answered */
  settled: { reading: Reading; provision: string; amount: number | null } | null;
  asks: Ask[];
  blocks: Block[];
}

/** One act: every reading with its candidates, what must be asked, and what stands against signing. */
export function actResult(act: Act, number: number, ground: Ground): ActResult {
  const all = readings(act, ground.given.decidedOn).map(({ reading, reference }) => readAs(act, reading, reference, ground));
  const asks = new Set<Ask['ask']>();
  const blocks: Omit<Block, 'act'>[] = [];
  const chosen = all.flatMap((r) => chosenIn(act, r).map((candidate) => ({ reading: r.reading, candidate })));
  if (all.every((r) => r.candidates.length === 0)) blocks.push({ block: 'no-provision' });
  else {
    if (!act.status) asks.add('ended-or-ongoing');
    for (const reading of all) for (const ask of toChoose(act, reading)) asks.add(ask);
    if (act.provision && chosen.length === 0) blocks.push({ block: 'provision-not-offered', about: act.provision.id });
  }
  const settled = asks.size + blocks.length === 0 ? chosen[0] : null;
  if (settled) judge(settled.candidate, act, ground.given.signer, asks, blocks);
  const expired = blocks.some((b) => b.block === 'limitation-expired');
  return {
    act: number,
    readings: all,
    settled: settled && {
      reading: settled.reading,
      provision: settled.candidate.provision,
      amount: expired ? null : settled.candidate.fine.amount,
    },
    asks: [...asks].map((ask) => ({ ask, of: LEGAL.includes(ask) ? 'legal' : 'inspector', act: number })),
    blocks: blocks.map((b) => ({ ...b, act: number })),
  };
}
const LEGAL: Ask['ask'][] = ['lighter-text', 'remedy-alone', 'refer-to-police'];

function readAs(act: Act, reading: Reading, reference: DaySpan, ground: Ground): ActReading {
  const { given, law, rule } = ground;
  const subject = given.subject.kind;
  const found = candidates(law.provisions, { types: act.types, where: act.where, subject }, reference, law.actTypes);
  const lighter = new Set<Provision>(
    found
      .filter((o) => o.offered === 'named')
      .flatMap((o) => moreLenient(law.provisions, o.provision, subject, act.where, given.decidedOn)),
  );
  return {
    reading,
    reference,
    by: rule.cites[reading],
    candidates: found.map(({ provision, ...how }) => candidateFor(provision, how, act, reference, ground)),
    lighter: [...lighter].map((p) => candidateFor(p, { offered: 'lighter', stretched: false, certain: true }, act, reference, ground)),
  };
}

const named = (read: ActReading): Candidate[] => read.candidates.filter((c) => c.offered === 'named');

/** The candidate that a person chose; without a choice those of the act as it was named. */
const chosenIn = (act: Act, read: ActReading): Candidate[] =>
  act.provision ? [...read.candidates, ...read.lighter].filter((c) => c.provision === act.provision!.id) : named(read);

/** What must be asked before one provision stands: the day decides, several fit, practice stretched it, or a later text is lighter. */
function toChoose(act: Act, read: ActReading): Ask['ask'][] {
  const fitting = named(read);
  if ([...fitting, ...chosenIn(act, read)].some((c) => !c.certain)) return ['which-day'];
  if (act.provision || read.candidates.length === 0) return [];
  if (fitting.length !== 1 || fitting[0].stretched) return ['which-provision'];
  return read.lighter.length > 0 ? ['lighter-text'] : [];
}

/** The chosen provision held against age, amount, limitation and signer. */
function judge(chosen: Candidate, act: Act, signer: string | null, asks: Set<Ask['ask']>, blocks: Omit<Block, 'act'>[]): void {
  const { fine, limitation, competence } = chosen;
  if (fine.outcome === 'not-liable') blocks.push({ block: 'not-liable' });
  if (act.amount && (!fine.between || fine.amount === null)) blocks.push({ block: 'amount-outside' });
  else if (fine.between && fine.amount === null) asks.add('which-amount');
  if (limitation.state === 'expired') {
    blocks.push({ block: 'limitation-expired' });
    asks.add('remedy-alone');
  }
  if (limitation.state === 'depends-on-the-day') blocks.push({ block: 'limitation-unsure' });
  if (!signer || !competence) return;
  const found = competence.find((c) => c.title === signer);
  if (!found) blocks.push({ block: 'unknown-title', about: signer });
  else if (!found.competent) blocks.push({ block: 'not-competent', about: found.failed.map((f) => f.test).join(', ') });
}
