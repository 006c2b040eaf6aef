import type { Text } from '../table-faults.js';
import { candidates, moreLenient, readings, type Offered, type Reading } from './choice.js';
import { authorityOn, whoMaySign, type Competence } from './competence.js';
import { doubt, doubtsOf, signable, type Doubt } from './confidence.js';
import { holds, type Day, type InForce, type Span } from './day.js';
import { rightToExplain } from './explanation.js';
import { fineFor, type Fine } from './fine.js';
import { cite, idOf, type FineRule, type Frame, type Frames, type PenaltyLaw, type Provision } from './law.js';
import { limitation, type Limitation } from './limitation.js';
import type { Act, PenaltyCase } from './penalty-case.js';

export const ROUTES = ['administrative', 'criminal-referral', 'no-provision'] as const;
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
  'not-liable',
  'limitation-expired',
  'limitation-unsure',
  'amount-outside',
  'provision-not-offered',
  'not-competent',
  'unknown-title',
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
/** What one provision would mean for one act. */
export interface Candidate {
  provision: string;
  citation: Text;
  act: Text;
  offered: Offered['offered'] | 'lighter';
  stretched: boolean;
  inForce: { from: Day; to: Day | null };
  frames: Frames;
  /** the frame for this kind of subject, and where it stands that an individual's is a part */
  frame: Frame;
  halving: Text;
  fine: Fine;
  explain: boolean;
  additional: string[];
  remedies: string[];
  precondition: Text | null;
  limitation: Limitation;
  /** who may sign on the day of the decision; null while that day is not known */
  competence: Competence[] | null;
  doubts: Doubt[];
}
export interface ActResult {
  act: number;
  readings: { reading: Reading; reference: Span; by: Text; candidates: Candidate[]; lighter: Candidate[] }[];
  /** what stands once every question about the act is answered */
  settled: { reading: Reading; provision: string; amount: number | null } | null;
  asks: Ask[];
  blocks: Block[];
}
export interface Penalty {
  route: (typeof ROUTES)[number];
  subject: PenaltyCase['subject'];
  decidedOn: Day | null;
  /** the version of the law of fines */
  rule: { key: string; name: Text; cites: Text };
  acts: ActResult[];
  /** each settled amount, and their sum; null while an act is open or a fine is not possible */
  amounts: (number | null)[];
  total: number | null;
  asks: Ask[];
  blocks: Block[];
  warnings: Doubt[];
  /** nothing is open and nothing stands against it: the day and the signer are told, every question is answered */
  signable: boolean;
}

/** From facts and people's answers to frame, fine, questions and reasons against signing. It proposes; it never decides. */
export function computePenalty(given: PenaltyCase, law: PenaltyLaw): Penalty {
  const rule = onDay(law.rules.versions, given.decidedOn) ?? law.rules.versions[0];
  const referred = given.crime.refer === true || (given.crime.signs.length > 0 && given.crime.refer !== false);
  const acts = referred ? [] : given.acts.map((act, i) => actResult(act, i + 1, given, law, rule));
  const offered = acts.flatMap((a) => a.readings.flatMap((r) => r.candidates));
  const settled = acts.map((a) => chosenOf(a));
  const amounts = acts.map((a) => a.settled?.amount ?? null);
  const sure = signable(
    settled.flatMap((c) => c?.doubts ?? []),
    given.confirmations,
  );
  const open: Ask[] = referred && given.crime.refer === null ? [{ ask: 'refer-to-police', of: 'legal', act: null }] : [];
  const asks = [...open, ...acts.flatMap((a) => a.asks)];
  const blocks = [
    ...acts.flatMap((a) => a.blocks),
    ...sure.blocks.map((d) => ({ block: 'to-be-confirmed' as const, act: null, about: d.about })),
  ];
  const route = referred ? 'criminal-referral' : offered.length === 0 ? 'no-provision' : 'administrative';
  return {
    route,
    subject: given.subject,
    decidedOn: given.decidedOn,
    rule: { key: rule.key, name: rule.name, cites: rule.cites.fine },
    acts,
    amounts,
    total: amounts.length > 0 && amounts.every((a) => a !== null) ? amounts.reduce<number>((sum, a) => sum + a!, 0) : null,
    asks,
    blocks,
    warnings: sure.warns,
    signable: route === 'administrative' && given.decidedOn !== null && given.signer !== null && asks.length + blocks.length === 0,
  };
}

/** What is in force on the day of the decision; the newest while that day is not known. */
const onDay = <T extends { in_force: InForce }>(rows: readonly T[], day: Day | null): T | undefined =>
  day ? rows.find((row) => holds(row.in_force, day)) : rows.at(-1);

function actResult(act: Act, number: number, given: PenaltyCase, law: PenaltyLaw, rule: FineRule): ActResult {
  const read = readings(act, given.decidedOn).map(({ reading, reference }) => {
    const found = candidates(law.provisions, { types: act.types, where: act.where, subject: given.subject.kind }, reference, law.actTypes);
    const named = found.filter((o) => o.offered === 'named');
    const lighter = named.flatMap((o) => moreLenient(law.provisions, o.provision, given.subject.kind, act.where, given.decidedOn));
    const as = (p: Provision, offered: Candidate['offered'], stretched = false) =>
      candidate(p, { offered, stretched, reference, act, given, law, rule });
    return {
      reading,
      reference,
      by: rule.cites[reading],
      certain: found.every((o) => o.certain),
      candidates: found.map((o) => as(o.provision, o.offered, o.stretched)),
      lighter: lighter.filter((p, i) => lighter.indexOf(p) === i).map((p) => as(p, 'lighter')),
    };
  });
  const result: ActResult = { act: number, readings: read.map(({ certain: _, ...shown }) => shown), settled: null, asks: [], blocks: [] };
  const ask = (what: Ask['ask'], of: Ask['of'] = 'inspector') => result.asks.push({ ask: what, of, act: number });
  const block = (what: Block['block'], about?: string) => result.blocks.push({ block: what, act: number, ...(about ? { about } : {}) });
  if (read.every((r) => r.candidates.length === 0)) block('no-provision');
  if (result.blocks.length > 0) return result;
  if (!act.status) ask('ended-or-ongoing');
  const open = read.flatMap((r) => choose(act, r, read.length).map((a) => ask(a, a === 'lighter-text' ? 'legal' : 'inspector')));
  const all = read.flatMap((r) => [...r.candidates, ...r.lighter]);
  if (act.provision && !all.some((c) => c.provision === act.provision!.id)) block('provision-not-offered', act.provision.id);
  if (read.length !== 1 || open.length > 0 || result.blocks.length > 0) return result;
  const [only] = read;
  const chosen = pick(act, only)!;
  result.settled = { reading: only.reading, provision: chosen.provision, amount: chosen.fine.amount };
  judge(chosen, act, given, { ask, block });
  if (result.blocks.some((b) => b.block === 'limitation-expired')) result.settled.amount = null;
  return result;
}

type Read = { candidates: Candidate[]; lighter: Candidate[]; certain: boolean };
/** The candidate that a person chose; without a choice the only one of the act as it was named. */
const pick = (act: Act, { candidates: found, lighter }: Read): Candidate | undefined =>
  act.provision ? [...found, ...lighter].find((c) => c.provision === act.provision!.id) : found.find((c) => c.offered === 'named');

/** What must be asked before one provision stands: several fit, practice stretched it, the day decides, or a later text is lighter. */
function choose(act: Act, read: Read, among: number): Ask['ask'][] {
  if (act.provision) return [];
  const named = read.candidates.filter((c) => c.offered === 'named');
  if (named.length === 1 && !named[0].stretched && read.certain) return read.lighter.length > 0 && among === 1 ? ['lighter-text'] : [];
  return read.certain ? ['which-provision'] : ['which-day'];
}

/** The chosen provision held against amount, limitation and signer. */
function judge(
  chosen: Candidate,
  act: Act,
  given: PenaltyCase,
  { ask, block }: { ask: (what: Ask['ask'], of?: Ask['of']) => void; block: (what: Block['block'], about?: string) => void },
): void {
  const { fine, limitation: runs, competence } = chosen;
  if (fine.outcome === 'not-liable') block('not-liable');
  if (act.amount && (fine.outcome !== 'between' || fine.amount === null)) block('amount-outside');
  else if (fine.outcome === 'between' && fine.amount === null) ask('which-amount');
  if (runs.state === 'expired') {
    block('limitation-expired');
    ask('remedy-alone', 'legal');
  }
  if (runs.state === 'depends-on-the-day') block('limitation-unsure');
  if (!given.signer || !competence) return;
  const signer = competence.find((c) => c.title === given.signer);
  if (!signer) block('unknown-title', given.signer);
  else if (!signer.competent) block('not-competent', signer.failed.map((f) => f.test).join(', '));
}

interface Asked {
  offered: Candidate['offered'];
  stretched: boolean;
  reference: Span;
  act: Act;
  given: PenaltyCase;
  law: PenaltyLaw;
  rule: FineRule;
}
function candidate(p: Provision, { offered, stretched, reference, act, given, law, rule }: Asked): Candidate {
  const { subject, decidedOn } = given;
  const decree = law.decrees[p.decree];
  const id = idOf(p);
  const policy = onDay(law.policy.one_circumstance, decidedOn) ?? null;
  const fine = fineFor({
    ...{
      provision: p,
      id,
      subject: subject.kind,
      age: subject.age,
      divisor: decree.individual_divisor,
      accepted: act.accepted,
      rule,
      policy,
    },
    decided: act.amount?.value ?? null,
  });
  const table = decidedOn ? authorityOn(law.authorities, decidedOn) : null;
  const competence = table && whoMaySign(table, p, subject.kind);
  const signer = competence?.find((c) => c.title === given.signer);
  return {
    provision: id,
    citation: cite(p, decree),
    act: p.act,
    offered,
    stretched,
    inForce: { from: p.in_force.from, to: p.in_force.to ?? null },
    frames: p.frame,
    frame: p.frame[subject.kind],
    halving: decree.halving,
    fine,
    explain: rightToExplain(p, subject.kind, rule),
    additional: p.additional,
    remedies: p.remedies,
    precondition: p.precondition ?? null,
    limitation: limitation(
      { reference, years: p.limitation_years, returnedByPolice: act.returnedByPolice, evasionEnded: act.evasionEnded, decidedOn },
      rule,
      law.rules,
    ),
    competence,
    doubts: [
      ...doubtsOf(id, p, ['additional', 'remedies', 'frame', 'where', 'limitation_years', 'explain'], true),
      ...(stretched ? doubt(`${id} stretched_to`, p.stretched_to!.confidence, p.stretched_to!.note) : []),
      ...(offered === 'lighter' ? doubt(`${id} lighter-text`, 'medium') : []),
      ...fine.doubts,
      ...doubtsOf(rule.key, rule, ['cites', 'counting', ...(act.returnedByPolice ? ['returned_adds_years'] : [])], true),
      ...(signer ? signer.doubts : table ? doubt(`authority ${table.in_force.from}`, table.confidence, table.note ?? null) : []),
    ],
  };
}

const chosenOf = (act: ActResult): Candidate | undefined =>
  act.readings.flatMap((r) => [...r.candidates, ...r.lighter]).find((c) => act.settled?.provision === c.provision);
