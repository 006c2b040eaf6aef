import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { breakdownsOf } from './breakdown.js';
import { suppressed } from './suppress.js';

describe('a row with small cells', () => {
  /** Every way to fill the hidden cells so that the row adds up to its total. */
  const fillings = (left: number, cells: number): number[][] =>
    cells === 1 ? [[left]] : Array.from({ length: left + 1 }, (_, n) => fillings(left - n, cells - 1).map((rest) => [n, ...rest])).flat();

  test('shows what it shows rightly, no small cell, and none that the total gives away', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12), { minLength: 2, maxLength: 4 }), fc.integer({ min: 1, max: 6 }), (row, smallest) => {
        const shown = suppressed(row, smallest);
        shown.forEach((count, i) => {
          if (count === null) return;
          expect(count).toBe(row[i]);
          expect(count === 0 || count >= smallest).toBe(true);
        });
        const hidden = row.filter((_, i) => shown[i] === null);
        if (hidden.length === 0) return;
        const possible = fillings(
          hidden.reduce((a, b) => a + b),
          hidden.length,
        );
        hidden.forEach((_, i) => expect(new Set(possible.map((f) => f[i])).size).toBeGreaterThan(1));
      }),
    );
  });
  test('is published by month with the hidden ones as nothing', () => {
    const rules = { joined: { event: 'report.received', by: ['kind'], office: 'joined', words: ['true', 'false'] } };
    const cell = (month: string, kind: string, joined: string, count: number) => ({
      figure: 'joined',
      month,
      by: { kind, joined },
      value: null,
      count,
      sum: 0,
    });
    const cells = [cell('2026-11', 'link', 'true', 2), cell('2026-11', 'link', 'false', 40), cell('2026-11', 'text', 'false', 7)];
    expect(breakdownsOf(cells, rules, 5).map((l) => [l.by.kind, l.by.joined, l.count])).toEqual([
      ['link', 'true', null],
      ['link', 'false', null],
      ['text', 'true', 0],
      ['text', 'false', 7],
    ]);
  });
});
