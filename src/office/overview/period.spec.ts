import { describe, expect, test } from '@jest/globals';
import { percentOf, periodOf } from './period.js';

describe('the period of the overview', () => {
  test('ends today, and as many days stand before it', () => {
    expect(periodOf('2026-03-03', 7)).toEqual({
      days: 7,
      from: '2026-02-25',
      to: '2026-03-03',
      before: { from: '2026-02-18', to: '2026-02-24' },
    });
    expect(periodOf('2026-01-01', 1)).toMatchObject({ from: '2026-01-01', before: { from: '2025-12-31', to: '2025-12-31' } });
  });
  test('says no percentage of a small number', () => {
    expect([percentOf(11, 3, 20), percentOf(30, 20, 20), percentOf(10, 20, 20), percentOf(5, 0, 1)]).toEqual([null, 50, -50, null]);
  });
});
