import { isMap } from '../table-faults.js';
import { isDay, spanOf, type Day, type Span } from './day.js';
import { PLACES, SUBJECTS, type PenaltyLaw } from './law.js';
import { READINGS } from './choice.js';
import type { Act, PenaltyCase } from './penalty-case.js';

/** What is wrong with a case, by the name of the field. */
export interface CaseFault {
  field: string;
  says: string;
}
const MOST = 50;
const LONGEST = 2000;

/** Reads a case as JSON gives it; what is wrong is told for every field at once. */
export function readCase(value: unknown, law: PenaltyLaw, timeZone: string): { case: PenaltyCase } | { faults: CaseFault[] } {
  const read = new Reader(law, timeZone);
  const found = read.whole(value);
  return read.faults.length > 0 ? { faults: read.faults } : { case: found };
}

class Reader {
  readonly faults: CaseFault[] = [];
  constructor(
    private readonly law: PenaltyLaw,
    private readonly timeZone: string,
  ) {}

  whole(value: unknown): PenaltyCase {
    const o = this.object('case', value, ['subject', 'acts', 'crime', 'decidedOn', 'signer', 'confirmations']);
    const subject = this.object('subject', o.subject, ['kind', 'age']);
    const kind = this.word('subject.kind', subject.kind, SUBJECTS);
    const age = subject.age === undefined ? null : this.number('subject.age', subject.age, 0, 150);
    if (kind === 'organisation' && age !== null) this.wrong('subject.age', 'an organisation has no age');
    const decidedOn = this.day('decidedOn', o.decidedOn);
    const acts = this.list('acts', o.acts, 1).map((act, i) => this.act(`acts[${i}]`, act, decidedOn));
    const crime = o.crime === undefined ? {} : this.object('crime', o.crime, ['signs', 'refer', 'reason']);
    const refer = this.flag('crime.refer', crime.refer);
    if (refer !== null && crime.reason === undefined) this.wrong('crime.reason', 'who decides about the police writes the reason');
    return {
      subject: { kind, age },
      acts,
      crime: {
        signs: this.list('crime.signs', crime.signs ?? []).map((s, i) =>
          this.word(`crime.signs[${i}]`, s, Object.keys(this.law.referralSigns)),
        ),
        refer,
        reason: crime.reason === undefined ? null : this.text('crime.reason', crime.reason),
      },
      decidedOn,
      signer: o.signer === undefined || o.signer === null ? null : this.text('signer', o.signer),
      confirmations: this.list('confirmations', o.confirmations ?? []).map((c, i) =>
        this.confirmation(`confirmations[${i}]`, c, decidedOn),
      ),
    };
  }

  private act(at: string, value: unknown, decidedOn: Day | null): Act {
    const o = this.object(at, value, [
      ...['types', 'where', 'started', 'discovered', 'status', 'provision', 'circumstances', 'amount', 'returnedByPolice', 'evasionEnded'],
    ]);
    const started = this.span(`${at}.started`, o.started);
    const discovered = o.discovered === undefined || o.discovered === null ? null : this.span(`${at}.discovered`, o.discovered);
    const status = o.status === undefined || o.status === null ? null : this.status(`${at}.status`, o.status);
    if (!discovered && status?.answer !== 'ended')
      this.wrong(`${at}.discovered`, 'the day of discovery is needed unless the act is answered to have ended');
    this.later(`${at}.discovered`, started, discovered, 'the act was discovered before it began');
    this.later(`${at}.status.ended`, started, status?.ended ?? null, 'the act ended before it began');
    if (status?.answer === 'ended')
      this.later(`${at}.status.ended`, status.ended, discovered, 'an act that ended after its discovery was ongoing');
    if (decidedOn) this.later('decidedOn', discovered ?? started, { first: decidedOn, last: decidedOn }, `the decision lies before ${at}`);
    return {
      types: this.list(`${at}.types`, o.types, 1).map((t, i) => this.word(`${at}.types[${i}]`, t, Object.keys(this.law.actTypes))),
      where: this.word(`${at}.where`, o.where, PLACES),
      started,
      discovered,
      status,
      provision: this.answer(`${at}.provision`, o.provision, 'id', (field, v) => this.text(field, v)) as Act['provision'],
      accepted: this.circumstances(`${at}.circumstances`, o.circumstances ?? []),
      amount: this.answer(`${at}.amount`, o.amount, 'value', (field, v) =>
        this.number(field, v, 1, Number.MAX_SAFE_INTEGER),
      ) as Act['amount'],
      returnedByPolice: this.flag(`${at}.returnedByPolice`, o.returnedByPolice) ?? false,
      evasionEnded: this.day(`${at}.evasionEnded`, o.evasionEnded),
    };
  }

  private status(at: string, value: unknown): NonNullable<Act['status']> {
    const o = this.object(at, value, ['answer', 'ended', 'reason']);
    const answer = this.word(`${at}.answer`, o.answer, READINGS);
    if (answer === 'ongoing' && o.ended !== undefined) this.wrong(`${at}.ended`, 'what is ongoing has not ended');
    const ended = o.ended === undefined || o.ended === null ? null : this.span(`${at}.ended`, o.ended);
    return { answer, ended, reason: this.text(`${at}.reason`, o.reason) };
  }

  private circumstances(at: string, value: unknown): Act['accepted'] {
    const accepted: Act['accepted'] = { mitigating: [], aggravating: [] };
    for (const [i, given] of this.list(at, value).entries()) {
      const [kind, code] = typeof given === 'string' ? given.normalize('NFC').split(':') : [];
      const known = kind === 'mitigating' || kind === 'aggravating' ? this.law.circumstances[kind] : {};
      if (!code || !Object.hasOwn(known, code))
        this.wrong(`${at}[${i}]`, 'a circumstance is written mitigating:2 or aggravating:g, with a code of config/circumstances.yaml');
      else if (accepted[kind as 'mitigating'].includes(code)) this.wrong(`${at}[${i}]`, `${String(given)} is accepted twice`);
      else accepted[kind as 'mitigating'].push(code);
    }
    return accepted;
  }

  private confirmation(at: string, value: unknown, decidedOn: Day | null): PenaltyCase['confirmations'][number] {
    const o = this.object(at, value, ['about', 'by', 'on', 'document']);
    const on = this.day(`${at}.on`, o.on);
    if (!on) this.wrong(`${at}.on`, 'the day of the confirmation is needed');
    else if (decidedOn && on > decidedOn) this.wrong(`${at}.on`, 'it was confirmed after the decision');
    return {
      about: this.text(`${at}.about`, o.about),
      by: this.text(`${at}.by`, o.by),
      on: on ?? '',
      document: this.text(`${at}.document`, o.document),
    };
  }

  private answer(at: string, value: unknown, key: string, read: (field: string, value: unknown) => unknown): unknown {
    if (value === undefined || value === null) return null;
    const o = this.object(at, value, [key, 'reason']);
    return { [key]: read(`${at}.${key}`, o[key]), reason: this.text(`${at}.reason`, o.reason) };
  }
  private later(field: string, early: Span | null, late: Span | null, says: string): void {
    if (early?.first && late?.last && late.last < early.first) this.wrong(field, says);
  }
  private wrong(field: string, says: string): void {
    this.faults.push({ field, says });
  }
  private object(field: string, value: unknown, keys: string[]): Record<string, unknown> {
    if (!isMap(value)) {
      this.wrong(field, 'an object is needed');
      return {};
    }
    for (const key of Object.keys(value))
      if (!keys.includes(key))
        this.wrong(field === 'case' ? key : `${field}.${key}`, `there is no such field; known are ${keys.join(', ')}`);
    return value;
  }
  private list(field: string, value: unknown, least = 0): unknown[] {
    if (Array.isArray(value) && value.length >= least && value.length <= MOST) return value;
    this.wrong(field, `a list of ${least} to ${MOST} is needed`);
    return [];
  }
  private word<T extends string>(field: string, value: unknown, known: readonly T[]): T {
    if (!known.includes(value as T)) this.wrong(field, `one of ${known.join(', ')} is needed`);
    return value as T;
  }
  private text(field: string, value: unknown): string {
    if (typeof value === 'string' && value.trim() !== '' && value.length <= LONGEST) return value;
    this.wrong(field, `a text of 1 to ${LONGEST} characters is needed`);
    return '';
  }
  private number(field: string, value: unknown, from: number, to: number): number {
    if (!Number.isSafeInteger(value) || (value as number) < from || (value as number) > to)
      this.wrong(field, `a whole number from ${from} to ${to} is needed`);
    return value as number;
  }
  private flag(field: string, value: unknown): boolean | null {
    if (value === undefined || value === null) return null;
    if (typeof value !== 'boolean') this.wrong(field, 'true or false is needed');
    return value === true;
  }
  private day(field: string, value: unknown): Day | null {
    if (value === undefined || value === null) return null;
    if (isDay(value)) return value as Day;
    this.wrong(field, 'a day such as 2026-11-24 is needed');
    return null;
  }
  private span(field: string, value: unknown): Span {
    const span = spanOf(value, this.timeZone);
    if (!span)
      this.wrong(
        field,
        'a day (2026-11-24), a month (2026-11), a year (2026) or a moment with its offset (2026-11-24T23:30:00+07:00) is needed',
      );
    return span ?? { first: '', last: '' };
  }
}
