import { describe, expect, test } from '@jest/globals';
import { platformHealth, type HealthDay } from './platform-health.js';

const RULES = { days: 28, recent_days: 3, least: 8, falls_to: 0.6, least_share: 0.4 };
const day = (ago: number, of: Partial<HealthDay>): HealthDay => ({
  platform: 'x',
  ago,
  day: '2026-11-20',
  captures: 10,
  looked: 10,
  found: 10,
  text: 10,
  author: 10,
  time: 10,
  gone: 0,
  blocked: 0,
  failed: 0,
  ...of,
});
const failing = (days: HealthDay[]) => platformHealth(days, RULES)[0].shares.flatMap((s) => (s.failing ? [s.measure] : []));

describe('how well a platform is read', () => {
  test('is well where as much is read as before', () => expect(failing([day(0, { found: 9 }), day(5, {})])).toEqual([]));
  test('fails where posts are found far less often than before', () =>
    expect(failing([day(0, { found: 3, text: 3, author: 3, time: 3 }), day(5, {})])).toEqual(['found']));
  test('fails where posts are found and their authors no more', () =>
    expect(failing([day(1, { author: 2 }), day(9, {})])).toEqual(['author']));
  test('fails of a platform that was never read and is not read now', () => expect(failing([day(0, { found: 2 })])).toEqual(['found']));
  test('does not fail for an author that its pages never told', () =>
    expect(failing([day(0, { author: 0 }), day(5, { author: 0 })])).toEqual([]));
  test('says nothing of a few looks', () => expect(failing([day(0, { looked: 3, found: 0 }), day(5, {})])).toEqual([]));
  test('does not count removed, blocked and failed looks against it', () =>
    expect(failing([day(0, { captures: 40, gone: 15, blocked: 15 }), day(5, {})])).toEqual([]));
  test('shows what fails first', () => {
    const days = [day(0, { platform: 'a', captures: 99 }), day(0, { platform: 'b', found: 1 }), day(5, { platform: 'b' })];
    expect(platformHealth(days, RULES).map((p) => p.platform)).toEqual(['b', 'a']);
  });
});
