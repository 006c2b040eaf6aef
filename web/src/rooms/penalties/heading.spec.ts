import { expect, test } from '@jest/globals';
import { headingOf } from './heading.js';

test('a decision is called a draft until it is signed, and again what was given up unsigned', () => {
  const of = (state: string, kind = 'decision') => headingOf({ kind, state } as Parameters<typeof headingOf>[0]);
  expect(['draft', 'cancelled', 'signed'].map((state) => of(state))).toEqual([
    'penalty.draftdecision',
    'penalty.draftdecision',
    'penalty.decision',
  ]);
  expect([of('draft', 'annulment'), of('signed', 'annulment')]).toEqual(['penalty.annulment', 'penalty.annulment']);
});
