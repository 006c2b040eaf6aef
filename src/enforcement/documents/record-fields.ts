import { fill } from '../../core/documents/blanks.js';
import type { ViolationRecord } from '../penalties/decision.js';
import { answersOf, type Said } from '../penalties/record-answers.js';
import type { DaySpan } from '../penalty/day.js';
import { evidenceFields, type Accused, type Exhibited, type House, type Present } from './known-facts.js';
import type { RecordDocument } from './models.js';
import { subjectFields } from './subject-fields.js';

/** What stands beside the content of a violation record when it is written as a document. */
export interface RecordFacts {
  accused: Accused;
  present: Present[];
  exhibits: Exhibited[];
  /** whoever wrote it, by the title of the day */
  recorder: { name: string; title: string | null; agency: string };
  /** when it was drawn up, or would be now */
  at: Date;
  /** what the act is called, and the text that it breaks */
  act: string;
  provision: string;
  place: string;
}

/** MBB01: what was found, who was there, what they said. */
export function recordFields(content: ViolationRecord, facts: RecordFacts, { office, wording }: House): RecordDocument {
  const { accused, present, recorder, exhibits, at } = facts;
  const { present: asked, said, preventive, appear, began, closed } = answersOf(content);
  const { act, stopDemanded, stopReason, reference, caseNumber, place, explanation } = content;
  const of = (...roles: Present['role'][]) => present.filter((p) => roles.includes(p.role));
  const unsigned = of('accused').at(-1);
  const witnesses = of('witness').map(({ name, occupation = '', address = '' }) => ({ name, occupation, address }));
  const commune = of('commune').map(({ name, title = '', agency: body = '' }) => ({ name, title, agency: body }))[0];
  const nobodyWatched = asked.witness === false && asked.commune === false;
  const victims = of('victim').map((p) => p.name);
  const wordsOf = (answer: Said | null) => (answer ? (answer.words ?? wording.silent) : undefined);
  const { superior, agency, field } = office;
  return {
    heading: { superior, agency, number: reference },
    subject: subjectFields(accused),
    field,
    made: { at: began ?? at.toISOString(), place, place_reason: office.record.place_reason },
    bases: [fill(wording.base_case, { number: caseNumber })],
    recorder: { ...recorder, title: recorder.title ?? '' },
    ...(witnesses.length > 0 || nobodyWatched ? { witnesses } : {}),
    commune,
    interpreter: of('interpreter').map(({ name, address = '' }) => ({ name, address }))[0],
    acts: [
      {
        description: fill(wording.act, { act: facts.act, facts: [act.facts, act.startedReason].filter(Boolean).join(' ') }),
        provision: facts.provision,
        at: whenOf(act.started),
        where: facts.place,
      },
    ],
    evidence: evidenceFields(exhibits, wording),
    ...(victims.length > 0 || asked.victim === false ? { victims } : {}),
    says_accused: wordsOf(said.accused),
    says_witness: wordsOf(said.witness),
    says_victim: wordsOf(said.victim),
    ...(stopDemanded === null ? {} : { stop: stopDemanded ? { demanded: true } : { demanded: false, reason: stopReason ?? undefined } }),
    ...(preventive ? { preventive: preventive.words ? [preventive.words] : [] } : {}),
    ...(appear ? (appear.summoned ? { appear: appear.summoned } : { no_appear: true as const }) : {}),
    ...(explanation?.right
      ? {
          explain: {
            hearing_days: explanation.hearing!.count,
            written_days: explanation.written!.count,
            to: office.record.explain_to,
          },
        }
      : explanation
        ? { no_explain: true as const }
        : {}),
    closed: { ...(closed ? { at: closed } : {}), copies: office.record.copies, given_to: wording.given_to },
    ...(unsigned && !unsigned.signed ? { not_signed_reason: unsigned.reason ?? undefined } : {}),
  };
}

/** A day, the month or the year that is all that is known, or the days from one to another. */
export function whenOf({ first, last }: DaySpan): string {
  if (first === last) return first;
  const [month, year] = [first.slice(0, 7), first.slice(0, 4)];
  if (first === `${year}-01-01` && last === `${year}-12-31`) return year;
  const nextMonth = new Date(`${last}T00:00:00Z`);
  nextMonth.setUTCDate(nextMonth.getUTCDate() + 1);
  return first.endsWith('-01') && last.startsWith(month) && nextMonth.getUTCDate() === 1 ? month : `${first}/${last}`;
}
