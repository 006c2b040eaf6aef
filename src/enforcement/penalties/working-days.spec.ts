import { describe, expect, test } from '@jest/globals';
import { daysOff } from './procedure-table.js';
import { addMonths, isWorkingDay, lastDayOf } from './working-days.js';

const working = (from: string, count: number) => lastDayOf(from, { count, unit: 'working-days' }, daysOff);

describe('working days', () => {
  test('the day of the event is not counted, and neither is a week’s end', () => {
    expect(working('2026-09-14', 1)).toBe('2026-09-15');
    expect(working('2026-09-18', 1)).toBe('2026-09-21');
    expect(working('2026-09-19', 1)).toBe('2026-09-21');
    expect(working('2026-09-14', 5)).toBe('2026-09-21');
  });
  test('public holidays and the days given for them are left out', () => {
    expect(working('2026-08-28', 1)).toBe('2026-09-03');
    expect(working('2021-02-09', 2)).toBe('2021-02-18');
    expect(working('2021-04-29', 1)).toBe('2021-05-04');
  });
  test('a Saturday that is worked instead counts', () => {
    expect([isWorkingDay('2026-08-22', daysOff), isWorkingDay('2026-08-29', daysOff)]).toEqual([true, false]);
    expect(working('2026-08-21', 1)).toBe('2026-08-22');
  });
  test('in a year whose days off nobody has told, nothing is counted', () => {
    expect(working('2019-01-02', 1)).toBeNull();
    expect(working('2027-12-31', 1)).toBeNull();
  });
});

describe('days and months', () => {
  test('run through every day, and end on a working day', () => {
    expect(lastDayOf('2026-09-14', { count: 10, unit: 'days' }, daysOff)).toBe('2026-09-24');
    expect(lastDayOf('2026-09-16', { count: 10, unit: 'days' }, daysOff)).toBe('2026-09-28');
    expect(lastDayOf('2026-08-21', { count: 10, unit: 'days' }, daysOff)).toBe('2026-09-03');
  });
  test('a month ends on the same date, or on the last day of a shorter month', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2026-12-05', 1)).toBe('2027-01-05');
    expect(lastDayOf('2026-08-14', { count: 1, unit: 'months' }, daysOff)).toBe('2026-09-14');
  });
});
