import { expect, test } from '@jest/globals';
import { retryAtOf } from './retry-after.js';

const answeredAt = '2026-11-25T10:00:00.000Z';
const told = (status: number, says: string) => retryAtOf({ status, answeredAt, responseHeaders: ['Retry-After', says] });

test.each([
  [429, '3600', '2026-11-25T11:00:00.000Z'],
  [503, ' 90 ', '2026-11-25T10:01:30.000Z'],
  [429, 'Wed, 25 Nov 2026 12:30:00 GMT', '2026-11-25T12:30:00.000Z'],
])('of an answer %i that says %s, it may be asked again at %s', (status, says, at) => expect(told(status, says)).toBe(at));
test.each([
  [200, '3600'],
  [404, '3600'],
  [429, ''],
  [429, '0'],
  [429, '-5'],
  [429, '99999999999999'],
  [429, '9999999999'],
  [429, 'mai'],
  [429, 'Wed, 25 Nov 2026 09:00:00 GMT'],
  [429, 'Fri, 31 Dec 9999 23:59:59 GMT'],
])('an answer %i that says “%s” names no time', (status, says) => expect(told(status, says)).toBeNull());
