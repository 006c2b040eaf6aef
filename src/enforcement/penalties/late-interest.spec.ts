import { describe, expect, test } from '@jest/globals';
import { debtOf } from './late-interest.js';
import { procedure } from './procedure-table.js';

const rate = procedure.late_interest;
const owed = (payments: [number, string, number?][], today: string) =>
  debtOf(
    7_500_000,
    payments.map(([amount, on, interest = 0]) => ({ amount, on, interest })),
    '2026-09-30',
    today,
    rate,
  );

describe('late interest', () => {
  test('7,500,000 paid 20 days late costs 75,000', () => {
    expect(owed([[7_500_000, '2026-10-20']], '2026-12-01')).toEqual({ unpaid: 0, interest: 75_000, daysLate: 20 });
  });
  test('is owed until it is paid itself, also after the fine', () => {
    expect(owed([[7_500_000, '2026-10-20', 25_000]], '2026-12-01').interest).toBe(50_000);
    expect(
      owed(
        [
          [7_500_000, '2026-10-20'],
          [0, '2026-11-02', 75_000],
        ],
        '2026-12-01',
      ).interest,
    ).toBe(0);
  });
  test('nothing is owed for what was paid on the last day', () => {
    expect(owed([[7_500_000, '2026-09-30']], '2026-10-20')).toEqual({ unpaid: 0, interest: 0, daysLate: 0 });
  });
  test('runs until today while it is unpaid, and on the rest only after a part was paid', () => {
    expect(owed([], '2026-10-10')).toEqual({ unpaid: 7_500_000, interest: 37_500, daysLate: 10 });
    expect(owed([[3_500_000, '2026-10-05']], '2026-10-15')).toEqual({ unpaid: 4_000_000, interest: 18_750 + 20_000, daysLate: 15 });
  });
  test('a rest of less than one dong is not asked for', () => {
    expect(owed([[7_499_999, '2026-09-30']], '2026-10-01').interest).toBe(0);
  });
  test('does not run before the decision was received', () => {
    expect(debtOf(7_500_000, [], null, '2026-12-01', rate)).toEqual({ unpaid: 7_500_000, interest: 0, daysLate: 0 });
  });
});
