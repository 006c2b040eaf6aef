import { expect, test } from '@jest/globals';
import { cut } from './cut.js';

test('a text is cut between characters, not within one', () => {
  expect([cut('nước', 9), cut('nước', 2), cut('nước 😀', 6), cut('nước 😀', 7)]).toEqual(['nước', 'nư', 'nước ', 'nước 😀']);
});
