import { describe, expect, test } from '@jest/globals';
import { nextWay } from './next-way.js';
import { provedGone, type Look } from './removal.js';

const HOUR = 3_600_000;
const askedAt = new Date('2026-11-01T00:00:00Z');
const at = (hours: number) => new Date(askedAt.getTime() + hours * HOUR);
const looks = (...given: [string, number, string][]): Look[] =>
  given.map(([observation, hours, way]) => ({ observation, at: at(hours), way, captureId: `${way}-${hours}` }));
const next = (ways: string[], given: Look[], hours: number) => nextWay(ways, given, { askedAt, now: at(hours), hoursApart: 24 });
const TWO = ['direct', 'second'];

describe('the house looks again', () => {
  test('by its one way where it has no other', () => expect(next(['direct'], looks(['gone', 1, 'direct']), 26)).toBe('direct'));
  test('by the way that was not taken yet, then by the one not taken for longest', () => {
    expect(next(TWO, [], 1)).toBe('direct');
    expect(next(TWO, looks(['present', -9, 'direct']), 1)).toBe('second');
    expect(next(TWO, looks(['present', -9, 'direct'], ['present', 1, 'second']), 6)).toBe('direct');
  });
  test('by the way that would prove the removal, although the other rested longer', () => {
    expect(next(TWO, looks(['gone', 1, 'second'], ['gone', 6, 'direct']), 26)).toBe('direct');
    expect(next(TWO, looks(['gone', 1, 'direct'], ['gone', 2, 'second'], ['login-wall', 3, 'direct']), 26)).toBe('second');
  });
  test('by the other way after one that would prove it but did not see it gone the last time', () => {
    expect(next(TWO, looks(['gone', 1, 'direct'], ['fetch-failed', 26, 'second']), 51)).toBe('direct');
    expect(next(TWO, looks(['gone', 1, 'direct'], ['fetch-failed', 26, 'second'], ['gone', 51, 'direct']), 76)).toBe('second');
  });
  test('so that the looks that config/watch.yaml plans prove a removal with the first that can', () => {
    const seen: Look[] = looks(['present', -3, 'direct']);
    for (const hours of [1, 6, 26]) seen.push(...looks(['gone', hours, next(TWO, seen, hours)]));
    expect(
      provedGone(seen, askedAt, { hoursApart: 24, ways: 2 })
        ?.map((l) => l.way)
        .sort(),
    ).toEqual(TWO);
  });
});
