import { expect, test } from '@jest/globals';
import { secondsToWait, type Standing } from './host-turn.js';

const next: Standing = { untilBooked: -10, untilPace: -10, running: false, before: 0, secondsApart: 5 };

test('the first of those that wait begins when nobody is there, at its time and at the pace', () => {
  expect(secondsToWait(next)).toBe(0);
  expect(secondsToWait({ ...next, untilBooked: 12.2 })).toBe(13);
  expect(secondsToWait({ ...next, untilPace: 4.1 })).toBe(5);
});
test('while another runs the first looks every three seconds, and who came later only when those before can have begun', () => {
  expect([0, 1, 2, 100].map((before) => secondsToWait({ ...next, running: true, before }))).toEqual([3, 5, 10, 500]);
  expect(secondsToWait({ ...next, secondsApart: 0, running: true, before: 4 })).toBe(12);
});
test('whoever came later lets those go first who came before, also when nobody runs', () => {
  expect(secondsToWait({ ...next, before: 1 })).toBe(5);
});
test('a thousand that wait behind a long capture ask some hundred times together, not hundred thousand times, and begin in the order in which they came', () => {
  const [many, longSeconds, secondsApart] = [1_000, 300, 5];
  const asksAt = Array.from({ length: many }, () => 0);
  const begun: number[] = [];
  let [asked, freeAt] = [0, longSeconds];
  for (let now = 0; begun.length < 20; now++)
    asksAt.forEach((at, i) => {
      if (at > now || begun.includes(i)) return;
      if (now < longSeconds) asked++;
      const before = i - begun.filter((b) => b < i).length;
      const wait = secondsToWait({ untilBooked: -1, untilPace: -1, running: now < freeAt, before, secondsApart });
      asksAt[i] = now + wait;
      if (wait > 0) return;
      begun.push(i);
      freeAt = now + 8;
    });
  expect(asked).toBeLessThan(many + 600); // each once, then a few of the first
  expect(begun).toEqual(Array.from({ length: 20 }, (_, i) => i));
});
