import { expect, test } from '@jest/globals';
import { listAbove } from './list-above.js';

const rooms = ['work', 'triage', 'cases', 'penalties', 'claims'].map((path) => ({ path }));

test.each([
  ['/cases/1', 'cases'],
  ['/cases/1/', 'cases'],
  ['/penalties/records/1', 'penalties'],
  ['/claims/1/versions', 'claims'],
  ['/posts/1', 'triage'],
  ['/corrections/1', 'work'],
  ['/elsewhere/1', 'work'],
  ['/cases', null],
  ['/', null],
])('the list above %s is %j', (pathname, room) => expect(listAbove(pathname, rooms)).toBe(room));
