import { nextDay, type Day } from '../penalty/day.js';
import type { Confidence } from '../penalty/law.js';
import type { Term } from './decision.js';

/** What was announced of a year: days of rest beside the week's end, and Saturdays that are worked. */
export interface YearOff {
  off: Day[];
  work: Day[];
  confidence: Confidence;
}
export type Calendar = Record<string, YearOff>;

const weekday = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay();

/** Whether offices work on a day; null where nobody has told the days off of its year. */
export function isWorkingDay(day: Day, calendar: Calendar): boolean | null {
  const year = calendar[day.slice(0, 4)];
  if (!year) return null;
  const weekend = weekday(day) === 0 || weekday(day) === 6;
  return weekend ? year.work.includes(day) : !year.off.includes(day);
}

/** The last day of a term. The day of the event is not counted; a last day of rest moves on. Null where the calendar does not reach. */
export function lastDayOf(from: Day, term: Term, calendar: Calendar): Day | null {
  if (term.unit === 'working-days') return nthWorkingDay(from, term.count, calendar);
  return workingFrom(term.unit === 'days' ? addDays(from, term.count) : addMonths(from, term.count), calendar);
}

function nthWorkingDay(from: Day, count: number, calendar: Calendar): Day | null {
  let day = from;
  for (let left = count; left > 0;) {
    day = nextDay(day);
    const works = isWorkingDay(day, calendar);
    if (works === null) return null;
    if (works) left -= 1;
  }
  return day;
}
function workingFrom(day: Day, calendar: Calendar): Day | null {
  const works = isWorkingDay(day, calendar);
  if (works === null) return null;
  return works ? day : workingFrom(nextDay(day), calendar);
}
function addDays(day: Day, count: number): Day {
  return count === 0 ? day : addDays(nextDay(day), count - 1);
}
/** The same date in a later month; where there is none, the last day of that month. */
export function addMonths(day: Day, count: number): Day {
  const [year, month, date] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + count, 0));
  return new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(date, last.getUTCDate()))).toISOString().slice(0, 10);
}
