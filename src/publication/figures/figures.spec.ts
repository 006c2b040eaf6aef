import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { moverOf, outcomeOf, type Acts } from './acts.js';
import { breakdownsOf } from './breakdown.js';
import { counterOf, type Cells, type Figures } from './count.js';
import { unpublishable } from './public-fields.js';
import { daysIn, type PublicPart } from './public-part.js';
import { differences, medianOf, statisticsOf } from './statistics.js';
import { suppressed } from './suppress.js';
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

describe('an act of the register', () => {
  const move = moverOf(
    {
      takedown: {
        opens: { event: 'takedown.sent', when: { kind: 'removal' }, state: 'sent' },
        moves: [
          { event: 'takedown.withdrawn', state: 'withdrawn' },
          { event: 'item.replied', item: 'reply' },
          { event: 'item.verified-removed', item: 'verified-removed' },
          { event: 'item.reappeared', item: 'reappeared' },
        ],
      },
    },
    dayOf,
  );
  const after = (...parts: PublicPart[]) => {
    const acts: Acts = new Map();
    parts.forEach((part, i) => move({ seq: i + 1, part: { act: 'a', ...part } }, acts));
    return acts.get('a');
  };
  const sent = at('takedown.sent', { kind: 'removal', platform: 'p', topic: 't', basis: 'b', items: 2 });
  const seen = (type: string, item: string, more: object = {}) => at(type, { item, ...more });
  const outcome = (...parts: PublicPart[]) => outcomeOf(after(sent, ...parts)!).state;

  test('opens with what the public may know of it', () => {
    expect(after(sent)).toMatchObject({
      seq: 1,
      kind: 'takedown',
      day: '2026-11-25',
      platform: 'p',
      topic: 't',
      basis: 'b',
      asked: 2,
      state: 'sent',
    });
    expect(after(at('takedown.sent', { kind: 'withdrawal', items: 2 }))).toBeUndefined();
    expect(after(seen('item.reappeared', '1'))).toBeUndefined();
  });
  test('stands as its links do, and as the last that was seen of each', () => {
    expect(outcome()).toBe('sent');
    expect(outcome(seen('item.replied', '1', { reply: 'refused' }))).toBe('refused');
    expect(outcome(seen('item.verified-removed', '1'), seen('item.replied', '2', { reply: 'refused' }))).toBe('partly-removed');
    expect(outcome(seen('item.verified-removed', '1'), seen('item.verified-removed', '2'))).toBe('removed');
    expect(outcome(seen('item.verified-removed', '1'), seen('item.reappeared', '1'))).toBe('reappeared');
  });
  test('that was withdrawn says so whatever its links did, and one that is sent anew keeps its first day and number', () => {
    expect(outcome(seen('item.verified-removed', '1'), at('takedown.withdrawn'))).toBe('withdrawn');
    const anew = { ...sent, officeAt: '2026-12-01T00:00:00.000Z' };
    expect(after(sent, anew)).toMatchObject({ seq: 1, day: '2026-11-25', changedDay: '2026-12-01', state: 'sent' });
  });
});

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

describe('a public part', () => {
  const fields = {
    topic: { is: 'word' as const },
    act: { is: 'id' as const },
    items: { is: 'whole' as const },
    sent: { is: 'yes-or-no' as const },
  };
  const bad = (more: object) => unpublishable(at('x', more), fields);

  test('holds listed fields in their form, and may leave one empty', () => {
    expect(bad({ topic: 'y-te', act: '11111111-2222-4333-8444-555555555555', items: 0, sent: false })).toBeNull();
    expect(bad({ topic: null })).toBeNull();
  });
  test.each<[string, object]>([
    ['name', { name: 'y-te' }],
    ['topic', { topic: 'Nguyễn Văn A' }],
    ['topic', { topic: 'nguyen van a' }],
    ['topic', { topic: 'https://mang.example/ai-do' }],
    ['topic', { topic: '@ai_do' }],
    ['topic', { topic: '0912345678' }],
    ['topic', { topic: ['y-te'] }],
    ['topic', { topic: { y: 'te' } }],
    ['act', { act: 'ai-do' }],
    ['items', { items: -1 }],
    ['items', { items: '3' }],
    ['sent', { sent: 'true' }],
  ])('with a fault in %s is not published: %j', (field, more) => {
    expect(bad(more)).toBe(field);
  });
});
