import { describe, expect, test } from '@jest/globals';
import { postedAt } from './posted-at.js';

const seenAt = '2026-11-25T10:00:00.000Z';

describe('when a post says that it was posted', () => {
  test.each([
    ['2026-11-20T08:00:00Z', '2026-11-20T08:00:00.000Z'],
    ['2026-11-26T23:00:00+07:00', '2026-11-26T16:00:00.000Z'],
    ['1990-01-01T00:00:00Z', '1990-01-01T00:00:00.000Z'],
  ])('%s is %s', (says, at) => expect(postedAt(says, seenAt)).toBe(at));
  test.each([
    '+275760-09-13T00:00:00Z',
    '-000001-01-01T00:00:00Z',
    '0000-01-01T00:00:00Z',
    '0005-01-01T00:00:00Z',
    '1989-12-31T23:59:59Z',
    '2026-11-28T00:00:00Z',
    '+010000-01-01T00:00:00Z',
    'hôm qua',
    '',
    null,
    undefined,
  ])('%s is no time', (says) => expect(postedAt(says, seenAt)).toBeNull());
});
