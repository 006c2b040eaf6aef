import { describe, expect, test } from '@jest/globals';
import { act, candidateOf, caseOf, compute } from '../../../test/kit/penalty.js';
import { addYears, breaks, isDay, spanOf } from './day.js';

const decided = (decidedOn: string | undefined, given: Record<string, unknown> = {}) =>
  compute(caseOf([act({ started: '2021-07-26', ...given })], { decidedOn }));
const runs = (decidedOn: string | undefined, given: Record<string, unknown> = {}) => {
  const penalty = decided(decidedOn, given);
  return penalty.acts[0].readings[0].candidates[0].limitation;
};

describe('limitation', () => {
  test('runs one year from the end of the act: its last day is the same date a year later', () => {
    expect(runs('2022-07-26')).toMatchObject({ lastDay: '2022-07-26', state: 'within', daysLeft: 0 });
    expect(runs('2022-07-27').state).toBe('expired');
  });
  test('an act of 2021 that ended in 2021 cannot be fined in 2026; legal staff are asked whether a remedy alone remains', () => {
    const penalty = decided('2026-08-05');
    expect([penalty.amounts, penalty.total, penalty.signable]).toEqual([[null], null, false]);
    expect(penalty.blocks).toContainEqual({ block: 'limitation-expired', act: 1 });
    expect(penalty.asks).toContainEqual({ ask: 'remedy-alone', of: 'legal', act: 1 });
    expect(candidateOf(penalty, 'ND15-2020:101.1.a').fine.amount).toBe(7_500_000);
  });
  test('runs from the discovery of an act that was going on', () => {
    const status = { answer: 'ongoing', reason: 'still up and shared' };
    expect(runs('2026-08-05', { started: '2024-01-01', discovered: '2026-07-10', status })).toMatchObject({
      lastDay: '2027-07-10',
      state: 'within',
    });
  });
  test('a file that came back from the police has a year more since July 2025, and none before', () => {
    expect(runs('2026-08-05', { started: '2025-07-26', returnedByPolice: true })).toMatchObject({ lastDay: '2027-07-26', state: 'within' });
    expect(runs('2025-06-30', { started: '2024-01-10', returnedByPolice: true })).toMatchObject({
      lastDay: '2025-01-10',
      state: 'expired',
    });
  });
  test('begins anew when evasion stops', () => {
    expect(runs('2022-09-01', { evasionEnded: '2022-03-01' })).toMatchObject({ lastDay: '2023-03-01', state: 'within' });
  });
  test('where only the month is known the earlier last day is the safe one, and after it signing waits for the day', () => {
    expect(runs('2022-07-01', { started: '2021-07' })).toMatchObject({ lastDay: '2022-07-01', latestDay: '2022-07-31', state: 'within' });
    const penalty = decided('2022-07-02', { started: '2021-07' });
    expect([runs('2022-07-02', { started: '2021-07' }).state, penalty.blocks.map((b) => b.block)]).toEqual([
      'depends-on-the-day',
      expect.arrayContaining(['limitation-unsure']),
    ]);
    expect(runs('2022-08-01', { started: '2021-07' }).state).toBe('expired');
  });
  test('warns at 90, 30 and 7 days', () => {
    const warning = (day: string) => runs(day).warning;
    expect(['2022-04-26', '2022-04-27', '2022-06-26', '2022-07-19', '2022-07-27'].map(warning)).toEqual([null, 90, 30, 7, null]);
  });
  test('is not judged while the day of the decision is not told', () => {
    expect(runs(undefined)).toMatchObject({ lastDay: '2022-07-26', state: 'not-judged', daysLeft: null });
  });
});

describe('a day', () => {
  test('is one that the calendar has', () => {
    expect(['2020-02-29', '2021-02-29', '2021-04-31', '2021-13-01', '21-01-01', '2021-1-1', null].map(isDay)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
      false,
    ]);
  });
  test('a year after 29 February is the last of February', () =>
    expect([addYears('2020-02-29', 1), addYears('2020-02-29', 4)]).toEqual(['2021-02-28', '2024-02-29']));
  test('may be known by the month or the year alone', () => {
    expect(spanOf('2020-02', 'Asia/Ho_Chi_Minh')).toEqual({ first: '2020-02-01', last: '2020-02-29' });
    expect(spanOf('2021', 'Asia/Ho_Chi_Minh')).toEqual({ first: '2021-01-01', last: '2021-12-31' });
    expect(['2020-13', '2020-02-30T10:00:00Z', '2020-02-03T10:00:00', '', 20200203].map((v) => spanOf(v, 'Asia/Ho_Chi_Minh'))).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });
  test('belongs to exactly one of ranges that follow one another', () => {
    const first = { from: '2014-01-15', to: '2020-04-14' };
    expect(breaks([{ from: '2020-04-15' }, first])).toEqual([]);
    expect(breaks([{ from: '2020-04-16' }, first])).toEqual([
      { index: 0, says: 'nothing is in force from 2020-04-15 to the day before 2020-04-16' },
    ]);
    expect(breaks([{ from: '2020-04-14' }, first])[0].says).toContain('overlaps');
    expect(breaks([{ from: '2014-01-15' }, { from: '2020-01-01' }])[0].says).toContain('overlaps');
  });
});
