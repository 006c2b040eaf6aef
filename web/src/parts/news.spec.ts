import { expect, test } from '@jest/globals';
import { countNews, fresher, newsIn } from './news.js';

test('what the newest page has and the list has not is news, up to the last row that both know', () => {
  expect(countNews(['n', 'a', 'm', 'b'], new Set(['a', 'b']), false)).toBe(2);
  expect(countNews(['a', 'b'], new Set(['a', 'b', 'c']), false)).toBe(0);
});
test('rows below the last known one are merely not loaded yet, unless the list is whole', () => {
  expect(countNews(['a', 'x', 'y'], new Set(['a']), false)).toBe(0);
  expect(countNews(['a', 'x', 'y'], new Set(['a']), true)).toBe(2);
  expect(countNews(['x'], new Set(), true)).toBe(1);
});
const rows = (...ids: string[]) => ids.map((id) => ({ id }));
test('of a list that stands still it is told how many came and how many went, as far as the newest page reaches', () => {
  expect(newsIn({ items: rows('n', 'a', 'b'), nextCursor: 'more' }, rows('a', 'x', 'b', 'c', 'd'), false)).toEqual({ fresh: 1, left: 1 });
  expect(newsIn({ items: rows('a', 'b'), nextCursor: null }, rows('a', 'b', 'c'), true)).toEqual({ fresh: 0, left: 1 });
  expect(newsIn({ items: rows('a', 'b'), nextCursor: 'more' }, rows('a', 'b', 'c'), true)).toEqual({ fresh: 0, left: 0 });
  expect(newsIn({ items: [], nextCursor: null }, rows('a'), true)).toEqual({ fresh: 0, left: 1 });
});
test('its rows keep their places, each as it stands now', () => {
  const [old, now] = [
    { id: 'a', state: 'draft' },
    { id: 'a', state: 'sent' },
  ];
  expect(fresher([...[{ id: 'b', state: 'draft' }], old], [now, { id: 'n', state: 'draft' }])).toEqual([{ id: 'b', state: 'draft' }, now]);
});
