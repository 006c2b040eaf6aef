import { expect, test } from '@jest/globals';
import { join } from 'node:path';

const { workersHold, browsersHold } = (await import(join(import.meta.dirname, '..', 'proofs', 'kit', 'kill-ends.mjs'))) as {
  workersHold(rows: object[]): boolean;
  browsersHold(ends: object[], of: { count: number; killed: number }): boolean;
};

test('the proof of killed workers holds only where each kill hit and each order was taken up again and sealed', () => {
  const resumed = { hit: true, atLast: false, state: 'sealed', ends: 1, packages: 1, verifies: true, attempts: 2 };
  const failed = { ...resumed, state: 'failed', packages: 0, verifies: false };
  const atLast = { ...resumed, atLast: true, attempts: 1 };
  expect(workersHold([resumed, resumed, atLast])).toBe(true);
  const wrong = [failed, { ...resumed, hit: false }, { ...resumed, attempts: 1 }, { ...resumed, ends: 2 }, { ...resumed, packages: 2 }];
  expect([[], [failed, failed], ...wrong.map((row) => [resumed, row])].map(workersHold)).toEqual(Array(7).fill(false));
});
test('the proof of killed browsers holds only where some were killed, and no capture came to less for another reason', () => {
  const whole = { outcome: 'complete', packages: 1, holds: true };
  const partial = { ...whole, outcome: 'partial' };
  const failed = { outcome: 'failed', packages: 0, holds: false };
  const holds = (killed: number, ...ends: object[]) => browsersHold(ends, { count: 3, killed });
  expect([holds(2, whole, partial, failed), holds(1, whole, whole, whole)]).toEqual([true, true]);
  const wrong = [holds(0, whole, whole, whole), holds(2, failed, failed, failed), holds(1, whole, partial, failed), holds(3, whole, whole)];
  expect([...wrong, holds(3, whole, whole, { ...partial, holds: false })]).toEqual(Array(5).fill(false));
});
