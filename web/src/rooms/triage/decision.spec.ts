import { expect, test } from '@jest/globals';
import type { TriageFull } from '../../api/types.js';
import { withDecision } from './decision.js';

const full = {
  matches: [
    { id: 'm1', decision: null, inForce: true },
    { id: 'm2', decision: null, inForce: true },
  ],
  next: [
    { act: 'judge', to: 'false-statement-of-fact', possible: false, lacks: ['confirmed-match'], ownWork: false },
    { act: 'judge', to: 'opinion', possible: true, lacks: ['reason'], ownWork: false },
  ],
} as unknown as TriageFull;
const step = (f: TriageFull) => f.next[0];

test('a confirmed match opens the judgement that stands on it, and taking it back closes it again', () => {
  const confirmed = withDecision(full, 'm2', 'confirmed');
  expect(confirmed.matches.map((m) => m.decision)).toEqual([null, 'confirmed']);
  expect(step(confirmed)).toMatchObject({ possible: true, lacks: [] });
  expect(step(withDecision(confirmed, 'm2', null))).toMatchObject({ possible: false, lacks: ['confirmed-match'] });
  expect(confirmed.next[1]).toEqual(full.next[1]);
});
test('a rejected match opens nothing, nor does anything open what a colleague holds', () => {
  expect(step(withDecision(full, 'm1', 'rejected')).possible).toBe(false);
  const held = { ...full, next: [{ ...full.next[0], lacks: ['confirmed-match', 'lease'] }] } as TriageFull;
  expect(step(withDecision(held, 'm1', 'confirmed'))).toMatchObject({ possible: false, lacks: ['lease'] });
});
