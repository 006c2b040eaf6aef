import type { Day, InForce } from '../penalty/day.js';
import type { Confidence, Source } from '../penalty/law.js';
import type { ExplanationTerms, PenaltyEnd, PenaltyKind, Term } from './decision.js';
import { lastDayOf, type Calendar } from './working-days.js';

export interface ProcedureRule {
  key: string;
  in_force: InForce;
  explanation: { written: Term; hearing: Term; extension: Term };
  decision: { plain: Term; explained: Term };
  payment: Term;
  /** what stands behind the serial number */
  numbers: Record<'decision' | 'remedies' | 'referral' | 'annulment', string>;
  source: Source[];
  confidence: Confidence;
}
/** How long a complaint about a decision may take. */
export interface ComplaintRule {
  key: string;
  in_force: InForce;
  /** from receipt of the decision */
  lodge: Term;
  /** from the day on which it came */
  accept: Term;
  /** from acceptance */
  answer: { plain: Term; complex: Term };
  /** a title, and those of whose decisions it answers for beside its own */
  answered_for: Readonly<Record<string, readonly string[]>>;
  /** when whoever signed the decision approves an answer */
  issuer: 'never' | 'last';
  source: Source[];
  confidence: Confidence;
}
export interface Procedure {
  versions: ProcedureRule[];
  late_interest: { numerator: number; denominator: number };
  complaints: ComplaintRule[];
}

export const EXPLANATION_KINDS = ['written', 'heard', 'waived', 'hearing-requested', 'extended'] as const;
export type ExplanationKind = (typeof EXPLANATION_KINDS)[number];
/** What the accused did with the right to explain, in the order in which it was recorded. */
export interface Explanation {
  id: string;
  kind: ExplanationKind;
  on: Day;
}
/** What must be answered by a decision. */
export const explains = ({ kind }: Pick<Explanation, 'kind'>): boolean => kind === 'written' || kind === 'heard';

/** What the law wants on paper: the words of the accused, that they give up the right, or the minutes of a hearing. */
export const onPaper = ({ kind }: Pick<Explanation, 'kind'>): boolean => explains({ kind }) || kind === 'waived';

export interface Windows {
  /** until when the accused may explain; null where there is no right, or the calendar does not reach so far */
  explainUntil: Day | null;
  hearingUntil: Day | null;
  /** nothing of the explanation is waited for any more */
  explained: boolean;
  /** the last day on which a penalty can be decided */
  decideUntil: Day | null;
  withinWindow: boolean;
}

/** How long is waited for an explanation, and until when it is decided, counted from the day of the record. */
export function windowsOf(
  drawnOn: Day,
  terms: ExplanationTerms | null,
  given: readonly Explanation[],
  today: Day,
  rule: ProcedureRule,
  calendar: Calendar,
): Windows {
  const decideUntil = lastDayOf(drawnOn, given.some(explains) ? rule.decision.explained : rule.decision.plain, calendar);
  const until = { decideUntil, withinWindow: decideUntil !== null && today <= decideUntil };
  if (!terms?.right) return { explainUntil: null, hearingUntil: null, explained: true, ...until };
  const written = lastDayOf(drawnOn, rule.explanation.written, calendar);
  const extended = given.some((e) => e.kind === 'extended');
  const explainUntil = written && extended ? lastDayOf(written, rule.explanation.extension, calendar) : written;
  return {
    explainUntil,
    hearingUntil: lastDayOf(drawnOn, rule.explanation.hearing, calendar),
    explained: !awaitsHearing(given) && (given.some(settles) || (explainUntil !== null && today > explainUntil)),
    ...until,
  };
}
const settles = (e: Explanation): boolean => explains(e) || e.kind === 'waived';

/** A hearing was asked for, and neither held nor given up since. */
export function awaitsHearing(given: readonly Explanation[]): boolean {
  const asked = given.findLastIndex((e) => e.kind === 'hearing-requested');
  return asked >= 0 && !given.slice(asked + 1).some((e) => e.kind === 'heard' || e.kind === 'waived');
}

/** The number that a decision bears: its serial of the year and what kind of decision it is. */
export const numberOf = (serial: number, kind: PenaltyKind, end: PenaltyEnd | null, rule: ProcedureRule): string =>
  `${serial}/${lettersOf(kind, end, rule)}`;
/** The letters behind the serial. */
export function lettersOf(kind: PenaltyKind, end: PenaltyEnd | null, { numbers }: ProcedureRule): string {
  if (kind === 'annulment') return numbers.annulment;
  return end === 'remedies' || end === 'referral' ? numbers[end] : numbers.decision;
}
