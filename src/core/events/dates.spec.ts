import { expect, test } from '@jest/globals';
import { DateVerifier } from './dates.js';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 25, 8, 0) + minute * 60_000).toISOString();
const found = (minutes: number[], heads: [seq: number, minute: number][] = []) => {
  const dates = new DateVerifier(heads.map(([seq, minute]) => ({ seq: String(seq), at: at(minute) })));
  minutes.forEach((minute, i) => dates.take(BigInt(i + 1), at(minute)));
  return dates.end() && { count: dates.end()!.count, seq: dates.end()!.seq };
};

test('events that were sealed as they came, or a transaction later, are dated well', () => {
  expect(
    found(
      [0, 1, 0.5, 2, 1, 3],
      [
        [3, 1],
        [6, 3],
      ],
    ),
  ).toBeNull();
});
test('a sealer that stood still for days is no fault of the events, nor is a head that a restart signs before it goes on', () => {
  expect(
    found(
      [0, 1, 600, 4_000, 4_001],
      [
        [2, 1],
        [2, 4_100],
        [4, 4_101],
        [5, 4_101],
      ],
    ),
  ).toBeNull();
});
test('an event that is dated before its neighbours is found, and those after it are not', () => {
  expect(found([0, 1, -500_000, 2, 3], [[5, 3]])).toEqual({ count: 1, seq: 3n });
});
test('an event that is dated after the head that was signed over it is found, and those after it are not', () => {
  expect(found([0, 1, 500_000, 2, 3], [[5, 3]])).toEqual({ count: 1, seq: 3n });
});
test('a clock that went wrong for an hour and was set right is told, and ends nothing', () => {
  expect(
    found(
      [0, 60, 61, 1, 2],
      [
        [3, 61],
        [5, 62],
      ],
    ),
  ).toEqual({ count: 2, seq: 4n });
});
test('a date that is none is found', () => {
  const dates = new DateVerifier([]);
  dates.take(1n, 'hôm qua');
  dates.take(2n, at(0));
  expect(dates.end()).toMatchObject({ count: 1, seq: 1n });
});
