import { expect, test } from '@jest/globals';
import { renewalIn } from './renewal.js';

const DAY = 86_400_000;

test('a stamp is renewed some days before it ends', () => {
  expect(renewalIn(365 * DAY, 60)).toBe(305 * DAY);
});
test('an authority whose certificate ends soon is asked a few times and then no more', () => {
  const pauses: number[] = [];
  for (let left = 50 * DAY, pause; (pause = renewalIn(left, 60)) !== null; left -= pause) pauses.push(pause / DAY);
  expect(pauses[0]).toBe(25);
  expect(pauses.length).toBeLessThan(10);
  expect(Math.min(...pauses)).toBe(1);
  expect(renewalIn(0, 60)).toBeNull();
});
