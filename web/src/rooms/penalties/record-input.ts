import { answersBody, answersTyped, NO_ANSWERS, type AnswersTyped } from './answers-input.js';
import type { RecordContent, DaySpan } from './types.js';

/** What is typed of a record, before it is sent. Papers of the accused are not among it: they are kept nowhere but in the office. */
export interface RecordTyped {
  partyId: string;
  age: string;
  types: string[];
  where: string;
  started: string;
  startedWhy: string;
  discovered: string;
  answer: '' | 'ended' | 'ongoing';
  ended: string;
  answerWhy: string;
  facts: string;
  returnedByPolice: boolean;
  evasionEnded: string;
  place: string;
  answers: AnswersTyped;
  /** empty: nobody said it */
  stopDemanded: '' | 'yes' | 'no';
  stopReason: string;
  exhibits: string[];
  provision: string;
  provisionWhy: string;
}
export const EMPTY_RECORD: RecordTyped = {
  ...{
    partyId: '',
    age: '',
    types: [],
    where: 'social-network',
    started: '',
    startedWhy: '',
    discovered: '',
    answer: '',
    ended: '',
    answerWhy: '',
  },
  ...{
    facts: '',
    returnedByPolice: false,
    evasionEnded: '',
    place: '',
    answers: NO_ANSWERS,
    stopDemanded: '',
    stopReason: '',
    exhibits: [],
  },
  ...{ provision: '', provisionWhy: '' },
};

/** A day, or the month that is all that is known, as the form shows it. */
export const fieldOfSpan = (span: DaySpan | null | undefined): string =>
  !span ? '' : span.first === span.last ? span.first : span.first.slice(0, 7);

export const typedOf = (c: RecordContent, zone: string): RecordTyped => ({
  partyId: c.subject.partyId,
  age: c.subject.age === null ? '' : String(c.subject.age),
  types: c.act.types,
  where: c.act.where,
  started: fieldOfSpan(c.act.started),
  startedWhy: c.act.startedReason ?? '',
  discovered: fieldOfSpan(c.act.discovered),
  answer: c.act.status?.answer ?? '',
  ended: fieldOfSpan(c.act.status?.ended),
  answerWhy: c.act.status?.reason ?? '',
  facts: c.act.facts,
  returnedByPolice: c.act.returnedByPolice,
  evasionEnded: c.act.evasionEnded ?? '',
  place: c.place,
  answers: answersTyped(c, zone),
  stopDemanded: c.stopDemanded === null ? '' : c.stopDemanded ? 'yes' : 'no',
  stopReason: c.stopReason ?? '',
  exhibits: c.exhibits.map((x) => x.exhibitId),
  provision: c.provision?.id ?? '',
  provisionWhy: c.provision?.reason ?? '',
});

type Kind = 'individual' | 'organisation';
const subjectOf = (r: RecordTyped, kind: Kind) => ({ kind, age: kind === 'individual' && r.age ? Number(r.age) : null });
const timeOf = (r: RecordTyped) => ({
  types: r.types,
  where: r.where,
  started: r.started,
  discovered: r.discovered || null,
  returnedByPolice: r.returnedByPolice,
  evasionEnded: r.evasionEnded || null,
});
const endedOf = (r: RecordTyped) => (r.answer === 'ended' && r.ended ? r.ended : null);

/** The facts that the law needs; null while they do not suffice. */
export function factsOf(r: RecordTyped, kind: Kind): object | null {
  if (r.types.length === 0 || !r.started || (!r.discovered && r.answer !== 'ended')) return null;
  return {
    subject: subjectOf(r, kind),
    act: { ...timeOf(r), status: r.answer ? { answer: r.answer, ended: endedOf(r) } : null },
    provision: r.provision || null,
  };
}

export const bodyOf = (r: RecordTyped, kind: Kind, zone: string) => ({
  subject: subjectOf(r, kind),
  act: {
    ...timeOf(r),
    startedReason: r.startedWhy.trim() || null,
    status: r.answer ? { answer: r.answer, ended: endedOf(r), reason: r.answerWhy.trim() } : null,
    facts: r.facts.trim(),
  },
  place: r.place.trim(),
  answers: answersBody(r.answers, zone),
  stopDemanded: r.stopDemanded === 'yes' ? true : r.stopDemanded === 'no' ? false : null, // what a draft of an older form holds answers nothing
  stopReason: r.stopDemanded === 'no' ? r.stopReason.trim() || null : null,
  exhibits: r.exhibits,
  provision: r.provision ? { id: r.provision, reason: r.provisionWhy.trim() } : null,
});
