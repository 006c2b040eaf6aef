import { describe, expect, test } from '@jest/globals';
import type { TriageLine } from '../../api/types.js';
import { unfolded, withBack, without } from './copies.js';

const line = (id: string, group = id, others = 0) =>
  ({ id, group, reports: 1, copies: others > 0 ? { others, reports: others + 1, kinds: ['text'] } : null }) as unknown as TriageLine;
const said = (lines: readonly TriageLine[]) => lines.map((l) => (l.copies ? `${l.id}+${l.copies.others}` : l.id)).join(' ');

describe('near copies in the queue', () => {
  const lines = [line('a', 'g', 2), line('x')];
  const members = [line('a', 'g', 2), line('b', 'g', 2), line('c', 'g', 2)];

  test('stand below the first of them where somebody unfolds them', () => {
    expect(said(unfolded(lines, 'g', members))).toBe('a+2 b c x');
    expect(unfolded(lines, 'g', members).map((r) => r.below ?? false)).toEqual([false, true, true, false]);
    expect(said(unfolded(lines, null, members))).toBe('a+2 x');
  });
  test('go on with the next one when the first is judged; the last one stands alone', () => {
    expect(said(without(lines, lines[0], members[1]))).toBe('b+1 x');
    expect(said(without([line('b', 'g', 1), line('x')], line('b', 'g', 1), members[2]))).toBe('c x');
    expect(said(without(lines, lines[0], undefined))).toBe('x');
  });
  test('are one less when one below is judged', () => {
    expect(said(without(lines, { ...members[1], below: true }, undefined))).toBe('a+1 x');
  });
  test('stand as before when the judgement is taken back, whoever took the place', () => {
    expect(said(withBack([line('b', 'g', 1), line('x')], lines[0], 'x', true))).toBe('a+2 x');
    expect(said(withBack([line('x')], lines[0], 'x', true))).toBe('a+2 x');
    expect(said(withBack([line('a', 'g', 1), line('x')], { ...members[1], copies: null, below: true }, 'x', true))).toBe('a+2 x');
    expect(said(withBack([line('x')], line('z'), undefined, true))).toBe('x z');
    expect(said(withBack([line('x')], line('z'), undefined, false))).toBe('x');
  });
});
