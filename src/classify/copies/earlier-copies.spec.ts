import { expect, test } from '@jest/globals';
import { refOf, walkOf, type Walk } from './earlier-copies.js';

test('a walk is known by its ref: where it ends, and where it stands', () => {
  const [until, after] = [1, 2].map((n) => ({ at: `2026-11-2${n} 03:04:05.678901+00`, itemId: `id-${n}` }));
  for (const walk of [
    { until, after: null },
    { until, after },
  ] satisfies Walk[])
    expect(walkOf(refOf(walk))).toEqual(walk);
  expect(refOf({ until, after: null })).toBe('2026-11-21 03:04:05.678901+00|id-1');
});
