import { expect, test } from '@jest/globals';
import { doubtsOf } from './doubts-of.js';

test('what a lawyer confirmed on the case is no open doubt, and says who did, when, by which paper', () => {
  const doubt = (about: string) => ({ about, confidence: 'medium' as const, note: null });
  const confirmation = { about: 'row field', by: 'Chi', on: '2026-09-14', document: 'Công văn 12/PC' };
  expect(doubtsOf([doubt('row'), doubt('row field')], [confirmation])).toEqual({
    open: [doubt('row')],
    confirmed: [{ ...doubt('row field'), ...confirmation }],
  });
});
