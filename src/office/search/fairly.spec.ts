import { expect, test } from '@jest/globals';
import { fairly } from './fairly.js';

test('each kind of hit has its turn, and what one leaves free goes to the others', () => {
  expect(fairly([['a', 'b', 'c', 'd'], ['e'], ['f', 'g', 'h']], 6)).toEqual(['a', 'b', 'c', 'e', 'f', 'g']);
  expect(
    fairly(
      [
        ['a', 'b', 'c'],
        ['d', 'e'],
      ],
      3,
    ),
  ).toEqual(['a', 'b', 'd']);
  expect(fairly([['a'], [], ['b']], 20)).toEqual(['a', 'b']);
  expect(fairly([['a', 'b']], 0)).toEqual([]);
});
