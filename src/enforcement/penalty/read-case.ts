import { READINGS, type Status } from './choice.js';
import type { Confirmation } from './confidence.js';
import type { Day } from './day.js';
import { FieldReader, type CaseFault } from './field-reader.js';
import type { Accepted } from './fine.js';
import { PLACES, SUBJECTS, type PenaltyLaw } from './law.js';
import type { Act, PenaltyCase } from './penalty-case.js';

const CASE = ['subject', 'acts', 'crime', 'decidedOn', 'signer', 'confirmations'];
const ACT = [
  ...['types', 'where', 'started', 'discovered', 'status', 'provision', 'circumstances', 'amount'],
  ...['returnedByPolice', 'evasionEnded'],
];
const single = (day: Day) => ({ first: day, last: day });

/** Reads a case as JSON gives it; what is wrong is told for every field at once. */
export function readCase(value: unknown, law: PenaltyLaw, timeZone: string): { case: PenaltyCase } | { faults: CaseFault[] } {
  const read = new FieldReader(timeZone);
  const o = read.object('', value, CASE);
  const decidedOn = read.maybe(o.decidedOn, (v) => read.day('decidedOn', v));
  const found = {
    subject: readSubject(read, o.subject),
    acts: read.list('acts', o.acts, (at, v) => readAct(read, at, v, law, decidedOn), 1),
    crime: readCrime(read, o.crime ?? {}, Object.keys(law.referralSigns)),
    decidedOn,
    signer: read.maybe(o.signer, (v) => read.text('signer', v)),
    confirmations: read.list('confirmations', o.confirmations, (at, v) => readConfirmation(read, at, v, decidedOn)),
  };
  return read.faults.length > 0 ? { faults: read.faults } : { case: found };
}

function readSubject(read: FieldReader, value: unknown): PenaltyCase['subject'] {
  const o = read.object('subject', value, ['kind', 'age']);
  const kind = read.word('subject.kind', o.kind, SUBJECTS);
  const age = read.maybe(o.age, (v) => read.number('subject.age', v, 0, 150));
  if (kind === 'organisation' && age !== null) read.wrong('subject.age', 'contradicts', 'an organisation has no age');
  return { kind, age };
}

function readCrime(read: FieldReader, value: unknown, signs: string[]): PenaltyCase['crime'] {
  const o = read.object('crime', value, ['signs', 'refer', 'reason']);
  const refer = read.maybe(o.refer, (v) => read.flag('crime.refer', v));
  return {
    signs: read.list('crime.signs', o.signs, (at, v) => read.word(at, v, signs)),
    refer,
    reason: refer === null ? read.maybe(o.reason, (v) => read.text('crime.reason', v)) : read.text('crime.reason', o.reason),
  };
}

function readAct(read: FieldReader, at: string, value: unknown, law: PenaltyLaw, decidedOn: Day | null): Act {
  const o = read.object(at, value, ACT);
  const started = read.span(`${at}.started`, o.started);
  const discovered = read.maybe(o.discovered, (v) => read.span(`${at}.discovered`, v));
  const status = read.maybe(o.status, (v) => readStatus(read, `${at}.status`, v));
  const evasionEnded = read.maybe(o.evasionEnded, (v) => read.day(`${at}.evasionEnded`, v));
  if (!discovered && status?.answer !== 'ended')
    read.wrong(`${at}.discovered`, 'isDefined', 'the day of discovery is needed unless the act is answered to have ended');
  read.order(`${at}.discovered`, started, discovered, 'the act was discovered before it began');
  read.order(`${at}.status.ended`, started, status?.ended ?? null, 'the act ended before it began');
  read.order(`${at}.status.ended`, status?.ended ?? null, discovered, 'an act that ended after its discovery was ongoing');
  read.order(`${at}.evasionEnded`, started, evasionEnded === null ? null : single(evasionEnded), 'evasion stopped before the act began');
  if (decidedOn) read.order('decidedOn', discovered ?? started, single(decidedOn), `the decision lies before ${at}`);
  return {
    types: read.list(`${at}.types`, o.types, (field, v) => read.word(field, v, Object.keys(law.actTypes)), 1),
    where: read.word(`${at}.where`, o.where, PLACES),
    started,
    discovered,
    status,
    provision: read.maybe(o.provision, (v) => {
      const chosen = read.object(`${at}.provision`, v, ['id', 'reason']);
      return { id: read.text(`${at}.provision.id`, chosen.id), reason: read.text(`${at}.provision.reason`, chosen.reason) };
    }),
    accepted: readCircumstances(read, `${at}.circumstances`, o.circumstances, law),
    amount: read.maybe(o.amount, (v) => {
      const decided = read.object(`${at}.amount`, v, ['value', 'reason']);
      const value = read.number(`${at}.amount.value`, decided.value, 1, Number.MAX_SAFE_INTEGER);
      return { value, reason: read.text(`${at}.amount.reason`, decided.reason) };
    }),
    returnedByPolice: read.maybe(o.returnedByPolice, (v) => read.flag(`${at}.returnedByPolice`, v)) ?? false,
    evasionEnded,
  };
}

function readStatus(read: FieldReader, at: string, value: unknown): Status {
  const o = read.object(at, value, ['answer', 'ended', 'reason']);
  const answer = read.word(`${at}.answer`, o.answer, READINGS);
  const ended = read.maybe(o.ended, (v) => read.span(`${at}.ended`, v));
  if (answer === 'ongoing' && ended) read.wrong(`${at}.ended`, 'contradicts', 'what is ongoing has not ended');
  return { answer, ended, reason: read.text(`${at}.reason`, o.reason) };
}

function readCircumstances(read: FieldReader, at: string, value: unknown, { circumstances }: PenaltyLaw): Accepted {
  const accepted: Accepted = { mitigating: [], aggravating: [] };
  read.list(at, value, (field, given) => {
    const [kind, code] = typeof given === 'string' ? given.normalize('NFC').split(':') : [];
    if ((kind !== 'mitigating' && kind !== 'aggravating') || !code || !Object.hasOwn(circumstances[kind], code))
      read.wrong(field, 'isIn', 'a circumstance is written mitigating:2 or aggravating:g, with a code of config/circumstances.yaml');
    else if (accepted[kind].includes(code)) read.wrong(field, 'arrayUnique', `${kind}:${code} is accepted twice`);
    else accepted[kind].push(code);
  });
  return accepted;
}

function readConfirmation(read: FieldReader, at: string, value: unknown, decidedOn: Day | null): Confirmation {
  const o = read.object(at, value, ['about', 'by', 'on', 'document']);
  const on = read.day(`${at}.on`, o.on);
  if (decidedOn && on > decidedOn) read.wrong(`${at}.on`, 'timeOrder', 'it was confirmed after the decision');
  const [about, by, document] = (['about', 'by', 'document'] as const).map((key) => read.text(`${at}.${key}`, o[key]));
  return { about, by, on, document };
}
