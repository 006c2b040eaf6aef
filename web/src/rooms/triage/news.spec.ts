import { expect, test } from '@jest/globals';
import { countNews } from './news.js';

test('what the newest page has and the list has not is news, up to the last row that both know', () => {
  expect(countNews(['n', 'a', 'm', 'b'], new Set(['a', 'b']), false)).toBe(2);
  expect(countNews(['a', 'b'], new Set(['a', 'b', 'c']), false)).toBe(0);
});
test('rows below the last known one are merely not loaded yet, unless the list is whole', () => {
  expect(countNews(['a', 'x', 'y'], new Set(['a']), false)).toBe(0);
  expect(countNews(['a', 'x', 'y'], new Set(['a']), true)).toBe(2);
  expect(countNews(['x'], new Set(), true)).toBe(1);
});
