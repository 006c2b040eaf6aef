import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { counterOf, type Cells, type Figures } from './count.js';
import { daysIn, type PublicPart } from './public-part.js';
import { differences, medianOf, statisticsOf } from './statistics.js';
import { shownOf } from './tables.js';

const dayOf = daysIn('Asia/Ho_Chi_Minh');
const FIGURES: Figures = {
  sent: { event: 'takedown.sent', when: { kind: 'removal' }, by: ['platform', 'topic'], sum: 'items' },
  hours: { event: 'item.verified-removed', by: ['platform', 'topic'], median: 'hours' },
  fell: { event: 'case.fell' },
};
const at = (type: string, more: object = {}, officeAt = '2026-11-25T01:00:00.000Z'): PublicPart => ({ type, officeAt, ...more });
const counted = (parts: PublicPart[]): Cells => {
  const cells: Cells = new Map();
  const count = counterOf(FIGURES, dayOf);
  for (const part of parts) count(part, cells);
  return cells;
};
const lines = (parts: PublicPart[]) => statisticsOf(counted(parts).values(), FIGURES);

describe('a public figure', () => {
  test('counts what fits, by its words, in the month of the office’s zone and in all', () => {
    const parts = [
      at('takedown.sent', { kind: 'removal', platform: 'a', topic: 'x', items: 3 }, '2026-10-31T17:30:00.000Z'),
      at('takedown.sent', { kind: 'removal', platform: 'a', topic: 'x', items: 2 }, '2026-10-31T16:59:00.000Z'),
      at('takedown.sent', { kind: 'withdrawal', platform: 'a', topic: 'x', items: 9 }),
    ];
    expect(lines(parts).map((l) => [l.figure, l.month, l.by, l.count, l.sum])).toEqual([
      ['sent', '2026-10', { platform: 'a', topic: 'x' }, 1, 2],
      ['sent', '2026-11', { platform: 'a', topic: 'x' }, 1, 3],
      ['sent', 'all', { platform: 'a', topic: 'x' }, 2, 5],
    ]);
  });
  test('calls a word none that an older event lacks', () => {
    expect(lines([at('takedown.sent', { kind: 'removal', platform: 'a' })])[0]).toMatchObject({
      by: { platform: 'a', topic: 'none' },
      sum: 0,
    });
  });
  test('has a median for all words together, for each alone and for none', () => {
    const parts = [5, 30, 26].map((hours, i) => at('item.verified-removed', { platform: i < 2 ? 'a' : 'b', topic: 'x', hours }));
    const all = lines(parts).filter((l) => l.month === 'all');
    expect(all.map((l) => [Object.values(l.by).join('+'), l.median])).toEqual([
      ['', 26],
      ['a', 5],
      ['a+x', 5],
      ['b', 26],
      ['b+x', 26],
      ['x', 26],
    ]);
    expect([shownOf(FIGURES, all, 'hours', 'all'), shownOf(FIGURES, all, 'hours', 'all', { topic: 'x' })]).toEqual([26, 26]);
  });
  test('is the same whether the events were counted at once or in any two runs', () => {
    const part = fc.record({
      type: fc.constantFrom('takedown.sent', 'case.fell'),
      officeAt: fc.constantFrom('2026-10-31T16:00:00.000Z', '2026-11-01T00:00:00.000Z'),
      kind: fc.constant('removal'),
      platform: fc.constantFrom('a', 'b'),
      items: fc.nat(5),
    });
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), fc.nat(40), (parts, n) => {
        const count = counterOf(FIGURES, dayOf);
        const cells: Cells = new Map();
        for (const p of parts.slice(0, n)) count(p, cells);
        const later: Cells = new Map();
        for (const p of parts.slice(n)) count(p, later);
        for (const [key, cell] of later) {
          const known = cells.get(key);
          if (known) Object.assign(known, { count: known.count + cell.count, sum: known.sum + cell.sum });
          else cells.set(key, cell);
        }
        expect(statisticsOf(cells.values(), FIGURES)).toEqual(lines(parts));
      }),
    );
  });
  test('that differs from another is named', () => {
    const ours = lines([at('case.fell'), at('case.fell')]);
    expect(differences(ours, ours)).toEqual([]);
    expect(
      differences(
        ours,
        ours.slice(1).map((l) => ({ ...l, count: 3 })),
      ),
    ).toEqual([
      { line: 'fell 2026-11', here: '2 / - / -', there: 'none' },
      { line: 'fell all', here: '2 / - / -', there: '3 / - / -' },
    ]);
  });
  test('takes the lower of two values in the middle', () => {
    expect(
      medianOf([
        { value: 9, count: 1 },
        { value: 2, count: 1 },
      ]),
    ).toBe(2);
    expect(
      medianOf([
        { value: 2, count: 1 },
        { value: 9, count: 2 },
      ]),
    ).toBe(9);
    expect(medianOf([])).toBeNull();
  });
});
