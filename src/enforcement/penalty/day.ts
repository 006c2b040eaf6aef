import { dayOf } from '../legal-basis.js';

/** A calendar day of the office, yyyy-mm-dd; days compare as text. */
export type Day = string;
/** Days from the first to the last, both included. What is known by the month alone is a span. */
export interface DaySpan {
  first: Day;
  last: Day;
}
/** As the tables write it: both days included; without `to` it still holds. */
export interface InForce {
  from: Day;
  to?: Day | null;
}

const iso = (time: number): Day => new Date(time).toISOString().slice(0, 10);
const at = (day: Day): number => Date.parse(`${day}T00:00:00Z`);
const DAY_MS = 86_400_000;

export function isDay(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  return !Number.isNaN(at(value)) && iso(at(value)) === value;
}
export const addDays = (day: Day, days: number): Day => iso(at(day) + days * DAY_MS);
export const nextDay = (day: Day): Day => addDays(day, 1);
export const daysBetween = (from: Day, to: Day): number => Math.round((at(to) - at(from)) / DAY_MS);

/** The same date in another year; where there is none, the last day of its month. */
export function addYears(day: Day, years: number): Day {
  const [year, rest] = [Number(day.slice(0, 4)) + years, day.slice(4)];
  const same = `${String(year).padStart(4, '0')}${rest}`;
  return isDay(same) ? same : `${same.slice(0, 8)}28`;
}

/** The days that a text may mean: a year, a month, a day, or a moment with its offset, which falls on the day that the office's clock shows. */
export function spanOf(text: unknown, timeZone: string): DaySpan | null {
  if (typeof text !== 'string') return null;
  if (isDay(text)) return { first: text, last: text };
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return { first: `${text}-01`, last: lastOfMonth(text) };
  if (/^\d{4}$/.test(text)) return { first: `${text}-01-01`, last: `${text}-12-31` };
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/.test(text)) return null;
  if (!isDay(text.slice(0, 10)) || Number.isNaN(Date.parse(text))) return null;
  const day = dayOf(new Date(text), timeZone);
  return { first: day, last: day };
}
const lastOfMonth = (month: string): Day => ['31', '30', '29', '28'].map((d) => `${month}-${d}`).find(isDay)!;

/** The part of a span that lies no later than a day; null where nothing is left of it. */
export const until = (span: DaySpan, day: Day | null | undefined): DaySpan | null =>
  !day || span.last <= day ? span : span.first <= day ? { first: span.first, last: day } : null;
export const holds = (range: InForce, day: Day): boolean => range.from <= day && (!range.to || day <= range.to);
export const meets = (range: InForce, span: DaySpan): boolean => range.from <= span.last && (!range.to || span.first <= range.to);

/** Where ranges that should follow one another leave a gap or overlap: the index of the later one, and what is wrong. */
export function breaks(ranges: readonly InForce[]): { index: number; says: string }[] {
  const inOrder = ranges.map((range, index) => ({ range, index })).sort((a, b) => (a.range.from < b.range.from ? -1 : 1));
  return inOrder.slice(1).flatMap(({ range, index }, i) => {
    const before = inOrder[i].range;
    if (!before.to || range.from <= before.to) return [{ index, says: `it overlaps with the one in force from ${before.from}` }];
    const due = nextDay(before.to);
    return range.from === due ? [] : [{ index, says: `nothing is in force from ${due} to the day before ${range.from}` }];
  });
}
