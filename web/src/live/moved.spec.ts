import { describe, expect, test } from '@jest/globals';
import { liveTable } from '../../../src/core/live/live-table.js';
import { readAnew } from './moved.js';

describe('what a screen reads anew', () => {
  test('is its room, and with every room what counts what waits', () => {
    expect([...readAnew(['corrections'])].sort()).toEqual(['correction', 'corrections', 'counts', 'saved-lists', 'work']);
    expect([...readAnew(['a room of tomorrow'])].sort()).toEqual(['counts', 'saved-lists', 'work']);
  });
  test('is everything after a gap, and when the office clock was moved', () => {
    expect(readAnew('all')).toEqual(readAnew(['clock']));
    expect(readAnew('all').size).toBeGreaterThan(15);
  });
  test('is known for every room that the office tells of', () => {
    for (const room of Object.keys(liveTable.rooms)) expect([room, readAnew([room]).size]).toEqual([room, expect.any(Number)]);
    expect(Object.keys(liveTable.rooms).filter((room) => readAnew([room]).size <= 3)).toEqual([]);
  });
});
