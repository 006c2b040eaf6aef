import { expect, test } from '@jest/globals';
import { columnsOf } from './spread.js';

test('days on which nobody posted stand between the others, and a post without a stance is unclear', () => {
  const columns = columnsOf(
    [
      { from: '2026-11-03', stance: 'spread', judgement: null, n: 2 },
      { from: '2026-11-03', stance: 'denial', judgement: 'denial-or-correction', n: 1 },
      { from: '2026-11-01', stance: null, judgement: 'false-statement-of-fact', n: 4 },
    ],
    'day',
  );
  expect(columns.map((c) => [c.from, c.posts])).toEqual([
    ['2026-11-01', 4],
    ['2026-11-02', 0],
    ['2026-11-03', 3],
  ]);
  expect(columns[0].stance).toEqual({ spread: 0, denial: 0, question: 0, unrelated: 0, unclear: 4 });
  expect(columns[0].judged).toEqual({ waiting: 0, 'false-statement-of-fact': 4, other: 0 });
  expect(columns[2].judged).toEqual({ waiting: 2, 'false-statement-of-fact': 0, other: 1 });
});
test('weeks follow each other by seven days', () => {
  const counts = ['2026-10-26', '2026-11-16'].map((from) => ({ from, stance: 'spread', judgement: null, n: 1 }));
  expect(columnsOf(counts, 'week').map((c) => c.from)).toEqual(['2026-10-26', '2026-11-02', '2026-11-09', '2026-11-16']);
  expect(columnsOf([], 'week')).toEqual([]);
});
