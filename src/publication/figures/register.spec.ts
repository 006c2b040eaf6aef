import { describe, expect, test } from '@jest/globals';
import type { Act } from './acts.js';
import { pageDifferences, registerOf } from './register.js';

const act = (id: string, seq: number, more: Partial<Act> = {}): Act => ({
  act: id,
  seq,
  kind: 'takedown',
  day: '2026-11-25',
  platform: 'mang',
  topic: 'y-te',
  basis: 'none',
  asked: 2,
  end: 'none',
  provision: 'none',
  subject: 'none',
  amount: null,
  state: 'sent',
  changedDay: '2026-11-25',
  items: { a: 'verified-removed' },
  ...more,
});
const register = registerOf(new Map([act('x', 3), act('y', 8, { state: 'withdrawn' })].map((a) => [a.act, a])));

describe('the register that the log makes', () => {
  test('comes newest first, each act with its outcome, and gives away no item', () => {
    expect(register.map(({ act: id, outcome, removed }) => [id, outcome, removed])).toEqual([
      ['y', 'withdrawn', 1],
      ['x', 'partly-removed', 1],
    ]);
    expect(Object.keys(register[0])).not.toContain('items');
  });
  test('agrees with itself, and names each act that was changed, left out or added', () => {
    const [y, x] = register;
    expect(pageDifferences(register, structuredClone(register))).toEqual([]);
    expect(pageDifferences(register, [{ ...y, amount: 5, outcome: 'annulled' }, x])).toEqual([
      { act: 'y', here: 'amount null, outcome withdrawn', there: 'amount 5, outcome annulled' },
    ]);
    expect(pageDifferences(register, [x, { ...x, act: 'z' }])).toEqual([
      { act: 'y', here: 'withdrawn', there: 'none' },
      { act: 'z', here: 'none', there: 'partly-removed' },
    ]);
  });
});
