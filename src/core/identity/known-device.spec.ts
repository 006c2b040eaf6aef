import { describe, expect, test } from '@jest/globals';
import { knownDevice, newDevice, slowBy } from './known-device.js';

const [SECRET, EMAIL, NOW] = ['một bí mật', 'an@lachan.test', 1_800_000_000];
const DAY = 86_400;

describe('a device that signed in before', () => {
  const cookie = newDevice(SECRET, EMAIL, NOW);
  const known = (given: string | undefined, more: { email?: string; secret?: string; now?: number } = {}) =>
    knownDevice(more.secret ?? SECRET, more.email ?? EMAIL, given, 180, more.now ?? NOW + DAY);
  test('is known for its account, until its days are over', () => {
    expect(known(cookie)).toBe(cookie.split('.')[0]);
    expect(known(cookie, { now: NOW + 180 * DAY })).not.toBeNull();
    expect(known(cookie, { now: NOW + 181 * DAY })).toBeNull();
  });
  test('is known for no other account, house or day than its own', () => {
    const [nonce, since, signed] = cookie.split('.');
    expect(known(cookie, { email: 'chi@lachan.test' })).toBeNull();
    expect(known(cookie, { secret: 'khác' })).toBeNull();
    expect(known([nonce, Number(since) + 1, signed].join('.'))).toBeNull();
    expect(known(['x'.repeat(43), since, signed].join('.'))).toBeNull();
    for (const given of [undefined, '', 'a.b', '..', `${nonce}.${since}.`, `${nonce}.x.${signed}`]) expect(known(given)).toBeNull();
  });
  test('names no account', () => {
    expect(Buffer.from(cookie).toString()).not.toContain('an@');
    expect(newDevice(SECRET, EMAIL, NOW)).not.toBe(cookie);
  });
});

test('tries beyond the limit are answered later and later, up to a most', () => {
  expect([5, 20, 21, 24, 1000].map((n) => slowBy(n, 20, 250, 8000))).toEqual([0, 0, 250, 1000, 8000]);
});
