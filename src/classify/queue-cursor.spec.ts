import { expect, test } from '@jest/globals';
import { readCursor, writeCursor } from './queue-cursor.js';

test('a place in the queue is read back as it was written, and nothing else is a place', () => {
  const keys = [-840, '2026-11-24 10:00:00.123456+00', '6f2d3c1e-8a5b-4c7d-9e0f-112233445566'];
  expect(readCursor(writeCursor(keys), ['number', 'time', 'id'])).toEqual(keys);
  for (const wrong of ['', 'x', writeCursor([1]), writeCursor(['a', 'b', 'c']), writeCursor([1.5, keys[1], keys[2]])])
    expect(readCursor(wrong, ['number', 'time', 'id'])).toBeNull();
});
