import { expect, test } from '@jest/globals';
import { changedSince } from './changed.js';

test('a capture shows a changed text when the capture before it that read one read another', () => {
  const captures = [{ textSha256: 'b' }, { textSha256: null }, { textSha256: 'a' }, { textSha256: 'a' }];
  expect(captures.map((_, i) => changedSince(captures, i))).toEqual([true, false, false, false]);
});
