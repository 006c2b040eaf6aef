import { describe, expect, test } from '@jest/globals';
import { indexOf } from '../known-claims.repository.js';
import { look } from '../matching/match.js';
import { matching } from '../matching/matching-table.js';
import { driftFaults, driftTable } from './drift-table.js';
import { binsOf, figuresOf, type LookCount } from './figures.js';
import { movedBetween } from './moved.js';
import { stabilityOf } from './psi.js';

const row = (n: number, more: Partial<LookCount> = {}): LookCount => ({
  ...{ n, strength: null, stance: null, language: 'vi', bin: 0, logLetters: n * Math.log(100), measured: n, words: n * 20, unknown: n * 5 },
  ...more,
});
const none = { judged: 0, missed: 0 };

describe('the population stability index', () => {
  test('is nought of equal shares, and the sum over the bins of (now − then) × ln(now ÷ then)', () => {
    expect(stabilityOf([50, 30, 20], [500, 300, 200], { added: 1e-9 }).index).toBeCloseTo(0, 9);
    const sum = (0.7 - 0.5) * Math.log(0.7 / 0.5) + (0.2 - 0.3) * Math.log(0.2 / 0.3) + (0.1 - 0.2) * Math.log(0.1 / 0.2);
    expect(stabilityOf([700, 200, 100], [500, 300, 200], { added: 1e-9 }).index).toBeCloseTo(sum, 6);
  });
  test('stays finite where a bin is empty', () => {
    expect(stabilityOf([0, 100], [100, 0], { added: 0.5 }).index).toBeGreaterThan(1);
  });
  test('tells how high chance alone lifts it: χ² of nine degrees is 16.92 at 95 of 100', () => {
    const counts = Array.from({ length: 10 }, () => 20);
    expect(stabilityOf(counts, counts, { added: 0.5 }).chance).toBeCloseTo(16.92 * (1 / 200 + 1 / 200), 3);
  });
});

describe('what posts of a while were like', () => {
  const looks = [
    row(60),
    row(30, { strength: 'suggest', stance: 'spread', bin: 6 }),
    row(10, { strength: 'strong', stance: null, bin: 9, language: 'en' }),
  ];
  test('is told by shares, the typical length and the words that no claim has', () => {
    const figures = figuresOf(
      looks,
      [
        { n: 3, strength: 'suggest', decision: 'confirmed' },
        { n: 1, strength: 'strong', decision: 'rejected' },
      ],
      none,
    );
    expect(figures).toMatchObject({
      posts: 100,
      suggested: { share: 0.4 },
      strong: { share: 0.1 },
      vietnamese: { share: 0.9 },
      letters: 100,
      unknownWords: 0.25,
    });
    expect(figures).toMatchObject({
      stance: { spread: { share: 0.75 }, unclear: { share: 0.25 } },
      precision: { share: 0.75, of: 4 },
      strongPrecision: { share: 0, of: 1 },
      missed: null,
    });
    expect(binsOf(looks, 10)).toEqual([60, 0, 0, 0, 0, 0, 30, 0, 0, 10]);
  });
  test('of nothing is nothing, and not nought', () => {
    expect(figuresOf([], [], none)).toMatchObject({ posts: 0, suggested: null, letters: null, unknownWords: null, precision: null });
  });
  test('moved where the intervals do not meet and it is worth telling, what moved furthest first', () => {
    const then = figuresOf([row(780), row(220, { strength: 'suggest', stance: 'spread' })], [], none);
    const now = figuresOf([row(248), row(152, { strength: 'suggest', stance: 'question' })], [], none);
    expect(movedBetween(now, then, { least: 0.05 }).map((m) => m.figure)).toEqual(['spread', 'question', 'suggested']);
    expect(movedBetween(now, then, { least: 0.05 }).at(-1)).toMatchObject({ now: { share: 0.38 }, before: { share: 0.22 } });
    expect(movedBetween(now, then, { least: 0.2 }).map((m) => m.figure)).toEqual(['spread', 'question']);
    const few = figuresOf([row(6), row(4, { strength: 'suggest', stance: 'spread' })], [], none);
    expect(movedBetween(few, then, { least: 0.05 })).toEqual([]);
  });
});

test('a look tells the best score below what is suggested, and how many words no claim knows', () => {
  const version = {
    id: 'v',
    claimId: 'dam',
    falseFrom: '2020-01-01',
    falseTo: '2020-12-31',
    wordings: [{ text: 'Đập hồ Cánh Diều đã vỡ' }],
  };
  const index = indexOf([version] as never);
  const at = (date: string) =>
    look({ text: 'Hồ này đẹp lắm bạn ơi, ai qua đây cũng chụp ảnh', date }, index, matching, { top: 3, floor: 0.9 });
  const { matches, glance } = at('2020-06-01');
  expect(matches).toEqual([]);
  expect(glance.best).toBeGreaterThan(0);
  expect(glance).toMatchObject({ language: 'vi', words: 12, unknown: 11 });
  // on that day the claim was not false
  expect(at('2022-06-01').glance.best).toBe(0);
});

test('the table is refused where bins do not grow or a source is not named', () => {
  expect(driftFaults(driftTable)).toEqual([]);
  expect(driftFaults({ ...driftTable, psi: { ...driftTable.psi, bins: [0.1, 0.1], formula: '' } }).map((f) => f.path.join('.'))).toEqual([
    'psi.bins',
    'psi.formula',
  ]);
});
