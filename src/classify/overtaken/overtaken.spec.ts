import { describe, expect, test } from '@jest/globals';
import { adviceFor, endOf } from './overtaken.js';

describe('a claim that events have overtaken', () => {
  test('is false on its last day, and no more on the next', () => {
    expect(endOf({ falseTo: '2026-02-28' }, '2026-02-28')).toBeNull();
    expect(endOf({ falseTo: '2026-02-28' }, '2026-03-01')).toEqual({ since: '2026-03-01', cause: 'ended' });
    expect(endOf({ falseTo: '2026-12-31' }, '2027-05-05')).toEqual({ since: '2027-01-01', cause: 'ended' });
    expect(endOf({ falseTo: null }, '2999-01-01')).toBeNull();
  });
  test('was false of a post that was made in its time; the others are looked at anew', () => {
    const ended = { cause: 'ended', falseFrom: '2026-11-01', falseTo: '2026-11-20' } as const;
    expect(adviceFor(ended, '2026-11-20')).toBe('still-false');
    expect(adviceFor(ended, '2026-11-21')).toBe('look-anew');
    expect(adviceFor(ended, '2026-10-31')).toBe('look-anew');
    expect(adviceFor(ended, null)).toBe('date-unknown');
  });
  test('carries nothing once it left the registry, whenever the post was made', () => {
    const retired = { cause: 'retired', falseFrom: '2026-11-01', falseTo: null } as const;
    expect(adviceFor(retired, '2026-11-05')).toBe('look-anew');
    expect(adviceFor(retired, null)).toBe('look-anew');
  });
});
