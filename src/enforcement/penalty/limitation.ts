import { addYears, daysBetween, type Day, type DaySpan } from './day.js';
import type { FineRule, FineRules } from './law.js';

export interface Limitation {
  /** the day or days from which it runs */
  from: DaySpan;
  /** the last day on which a penalty can be signed; where the start is known by the month only, the safe one */
  lastDay: Day;
  /** the same for the latest start that is possible */
  latestDay: Day;
  state: 'within' | 'expired' | 'depends-on-the-day' | 'not-judged';
  daysLeft: number | null;
  /** the warning that is due, in days before the last day */
  warning: number | null;
}
export interface Running {
  reference: DaySpan;
  years: number;
  returnedByPolice: boolean;
  /** the day on which evasion or obstruction stopped: it runs from there anew */
  evasionEnded: Day | null;
  decidedOn: Day | null;
}

/** Limitation for the sanction: years from the end of the act, or from its discovery while it went on. */
export function limitation(run: Running, rule: FineRule, rules: Pick<FineRules, 'warn_days'>): Limitation {
  const from = run.evasionEnded ? { first: run.evasionEnded, last: run.evasionEnded } : run.reference;
  const years = run.years + (run.returnedByPolice ? rule.returned_adds_years : 0);
  const [lastDay, latestDay] = [addYears(from.first, years), addYears(from.last, years)];
  if (!run.decidedOn) return { from, lastDay, latestDay, state: 'not-judged', daysLeft: null, warning: null };
  const daysLeft = daysBetween(run.decidedOn, lastDay);
  const due = rules.warn_days.filter((days) => daysLeft <= days).sort((a, b) => a - b);
  const state = run.decidedOn <= lastDay ? 'within' : run.decidedOn > latestDay ? 'expired' : 'depends-on-the-day';
  return { from, lastDay, latestDay, state, daysLeft: Math.max(0, daysLeft), warning: state === 'expired' ? null : (due[0] ?? null) };
}
