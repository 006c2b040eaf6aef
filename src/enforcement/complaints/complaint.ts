import { canonical } from '../../core/events/canonical.js';
import type { Day } from '../penalty/day.js';
import type { ComplaintRule } from '../penalties/procedure.js';
import { lastDayOf, type Calendar } from '../penalties/working-days.js';

/** How it came, and from whom: names stand on the paper alone. */
export const COMPLAINT_WAYS = ['in-person', 'by-post', 'electronic'] as const;
export type ComplaintWay = (typeof COMPLAINT_WAYS)[number];
export const COMPLAINANTS = ['fined', 'representative'] as const;
export type Complainant = (typeof COMPLAINANTS)[number];
export const COMPLAINT_OUTCOMES = ['upheld', 'rejected'] as const;
export type ComplaintOutcome = (typeof COMPLAINT_OUTCOMES)[number];
/** What legal staff write and a signer approves: that it is not accepted, or once it was, how it is answered. */
export const ANSWER_OUTCOMES = [...COMPLAINT_OUTCOMES, 'not-accepted'] as const;
export type AnswerOutcome = (typeof ANSWER_OUTCOMES)[number];
/** What is written fits the state: nothing is refused once it was accepted, nor answered before. */
export const fits = (state: ComplaintTimes['state'], outcome: AnswerOutcome): boolean =>
  state === (outcome === 'not-accepted' ? 'received' : 'accepted');

/** All that an answer says: what is approved, by its hash. */
export interface ComplaintAnswer {
  format: 1;
  complaintId: string;
  /** the decision that the complaint is about, as it was issued */
  about: { penaltyId: string; number: string; sha256: string };
  outcome: AnswerOutcome;
  says: string;
}
export const answerBytes = (answer: ComplaintAnswer): Buffer => Buffer.from(canonical(answer), 'utf8');

/** A decision that was issued and stands; what is not issued yet can still be explained. */
const COMPLAINED_ABOUT = ['numbered', 'served', 'late', 'paid'];
export const isComplainedAbout = ({ kind, state }: { kind: string; state: string }): boolean =>
  kind === 'decision' && COMPLAINED_ABOUT.includes(state);

/** The titles that answer for a decision signed by one: the law names whoever issued it. */
export const answeringTitles = (signed: string, { answered_for }: ComplaintRule): string[] => [
  signed,
  ...Object.keys(answered_for).filter((title) => answered_for[title].includes(signed)),
];

/** Until when the fined person may complain, and whether this one came by then; null where nobody can say. */
export interface Lodging {
  until: Day | null;
  inTime: boolean | null;
}
/** The time to complain runs from receipt of the decision: before that nothing is too late. */
export function lodgingOf(servedOn: Day | null, receivedOn: Day, rule: ComplaintRule, calendar: Calendar): Lodging {
  if (!servedOn) return { until: null, inTime: true };
  const until = lastDayOf(servedOn, rule.lodge, calendar);
  return { until, inTime: until === null ? null : receivedOn <= until };
}

export interface ComplaintTimes {
  state: 'received' | 'accepted' | 'not-accepted' | 'answered' | 'withdrawn';
  acceptBy: Day | null;
  answerBy: Day | null;
}
/** What the office owes next, and by when; null where nobody can say. */
export interface ComplaintDue {
  what: 'acceptance' | 'answer';
  lastDay: Day | null;
  overdue: boolean | null;
}
export function dueOf({ state, acceptBy, answerBy }: ComplaintTimes, today: Day): ComplaintDue | null {
  if (state !== 'received' && state !== 'accepted') return null;
  const [what, lastDay] = state === 'received' ? (['acceptance', acceptBy] as const) : (['answer', answerBy] as const);
  return { what, lastDay, overdue: lastDay === null ? null : today > lastDay };
}
