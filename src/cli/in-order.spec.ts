import { expect, test } from '@jest/globals';
import { inOrder } from './in-order.js';
import { progressLine } from './progress.js';

test('answers come in the order in which they were asked for, and no more are under way than may be: a stream of any length is not held', async () => {
  const all = 1_000;
  const seen = { asked: 0, answered: 0, most: 0 };
  const asked = async function* () {
    for (let n = 0; n < all; n++) {
      seen.most = Math.max(seen.most, (seen.asked += 1) - seen.answered);
      yield n;
    }
  };
  const late = (n: number) => new Promise<number>((done) => setImmediate(() => (n % 3 ? done(n) : setImmediate(() => done(n)))));
  const answers: number[] = [];
  for await (const n of inOrder(asked(), late, 8)) {
    seen.answered += 1;
    answers.push(n);
  }
  expect(answers).toEqual(Array.from({ length: all }, (_, n) => n));
  expect(seen.most).toBeLessThanOrEqual(9);
});
test('what fails is told where its answer would have come', async () => {
  const asked = async function* () {
    yield* [1, 2, 3];
  };
  const answers: number[] = [];
  const read = async () => {
    for await (const n of inOrder(asked(), (one) => (one === 2 ? Promise.reject(new Error('two')) : Promise.resolve(one)), 3))
      answers.push(n);
  };
  await expect(read()).rejects.toThrow('two');
  expect(answers).toEqual([1]);
});
test('progress tells lines, speed, the share of bytes and the time that is left; of a stream without a size the first two', () => {
  expect(progressLine({ read: 250, size: 1_000, lines: 5_000, seconds: 30 })).toBe(
    '[#####...............] 25 %, 5,000 lines, 167/s, 1 min 30 s left',
  );
  expect(progressLine({ read: 250, size: null, lines: 5_000, seconds: 30 })).toBe('5,000 lines, 167/s');
  expect(progressLine({ read: 0, size: 1_000, lines: 0, seconds: 0 })).toMatch(/^\[\.{20}\] 0 %/);
});
