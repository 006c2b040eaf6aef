import type { Bounds, FieldFault, HouseRule } from '../../core/problem/invalid.js';
import { isMap } from '../table-faults.js';
import { isDay, spanOf, type Day, type DaySpan } from './day.js';

/** What is wrong with a case, by the name of the field. */
export interface CaseFault extends Bounds {
  field: string;
  rule: HouseRule;
  says: string;
}
/** The same as the API tells it. */
export const fieldFault = ({ field, says, ...of }: CaseFault): FieldFault<HouseRule> => ({ path: field, message: says, ...of });

const MOST = 50;
const LONGEST = 2000;
const empty = (value: unknown): value is null | undefined => value === undefined || value === null;

/** Reads fields of JSON one by one and notes what is wrong with each; a faulty field still gives a value of its kind. */
export class FieldReader {
  readonly faults: CaseFault[] = [];
  constructor(private readonly timeZone: string) {}

  wrong(field: string, rule: HouseRule, says: string, bounds: Bounds = {}): void {
    this.faults.push({ field, rule, says, ...bounds });
  }
  object(field: string, value: unknown, keys: readonly string[]): Record<string, unknown> {
    if (!isMap(value)) {
      this.wrong(field || 'case', 'isObject', 'an object is needed');
      return {};
    }
    for (const key of Object.keys(value))
      if (!keys.includes(key))
        this.wrong(field ? `${field}.${key}` : key, 'whitelistValidation', `there is no such field; known are ${keys.join(', ')}`);
    return value;
  }
  /** What may be left out. */
  maybe<T>(value: unknown, read: (value: unknown) => T): T | null {
    return empty(value) ? null : read(value);
  }
  list<T>(field: string, value: unknown, read: (field: string, value: unknown) => T, least = 0): T[] {
    const given = empty(value) ? [] : value;
    if (Array.isArray(given) && given.length >= least && given.length <= MOST) return given.map((v, i) => read(`${field}[${i}]`, v));
    this.wrong(field, 'listSize', `a list of ${least} to ${MOST} is needed`, { min: least, max: MOST });
    return [];
  }
  word<T extends string>(field: string, value: unknown, known: readonly T[]): T {
    if (!known.includes(value as T)) this.wrong(field, 'isIn', `one of ${known.join(', ')} is needed`);
    return value as T;
  }
  text(field: string, value: unknown): string {
    if (typeof value === 'string' && value.trim() !== '' && value.length <= LONGEST) return value;
    this.wrong(field, 'isLength', `a text of 1 to ${LONGEST} characters is needed`, { min: 1, max: LONGEST });
    return '';
  }
  number(field: string, value: unknown, from: number, to: number): number {
    const fits = Number.isSafeInteger(value) && (value as number) >= from && (value as number) <= to;
    if (!fits) this.wrong(field, 'numberRange', `a whole number from ${from} to ${to} is needed`, { min: from, max: to });
    return value as number;
  }
  flag(field: string, value: unknown): boolean {
    if (typeof value !== 'boolean') this.wrong(field, 'isBoolean', 'true or false is needed');
    return value === true;
  }
  day(field: string, value: unknown): Day {
    if (isDay(value)) return value as Day;
    this.wrong(field, 'isDay', 'a day such as 2026-11-24 is needed');
    return '';
  }
  span(field: string, value: unknown): DaySpan {
    const span = spanOf(value, this.timeZone);
    if (!span)
      this.wrong(
        field,
        'isDay',
        'a day (2026-11-24), a month (2026-11), a year (2026) or a moment with its offset (2026-11-24T23:30:00+07:00) is needed',
      );
    return span ?? { first: '', last: '' };
  }
  /** Two spans in the wrong order; what was faulty by itself is not told twice. */
  order(field: string, early: DaySpan | null, late: DaySpan | null, says: string): void {
    if (early?.first && late?.last && late.last < early.first) this.wrong(field, 'timeOrder', says);
  }
}
