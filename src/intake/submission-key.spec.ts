import { expect, test } from '@jest/globals';
import { randomBytes, randomUUID } from 'node:crypto';
import { isSubmissionKey } from './submission-key.js';

test('a key that nobody can guess is taken', () => {
  for (const key of [randomUUID(), randomBytes(16).toString('base64url'), randomBytes(32).toString('hex')])
    expect([key, isSubmissionKey(key)]).toEqual([key, true]);
});
test.each(['', '1', 'guessed', '1'.repeat(36), '0000-0000-0000-0000-0000-0001', 'a b'.repeat(10), 'x'.repeat(65)])(
  '%j is no such key',
  (key) => expect(isSubmissionKey(key)).toBe(false),
);
