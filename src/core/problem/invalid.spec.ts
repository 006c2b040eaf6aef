import { expect, test } from '@jest/globals';
import { invalid } from './invalid.js';

test('a form is refused with fifty faults at most, however many it has', () => {
  const faults = Array.from({ length: 80 }, (_, n) => ({ path: `x${n}`, rule: 'whitelistValidation' as const, message: 'unknown' }));
  expect(invalid(...faults).details.errors).toEqual(faults.slice(0, 50));
});
