import { expect, test } from '@jest/globals';
import { meansSignedOut } from './means-signed-out.js';

const SESSION = { hosts: ['mang.example'], version: 2 };
const WALL = { observation: 'login-wall', finalUrl: 'https://m.mang.example/login' };

test('a login wall of its own network says that a session has ended', () => {
  expect(meansSignedOut(WALL, SESSION, null)).toBe(true);
  expect(meansSignedOut(WALL, SESSION, 2)).toBe(true);
  expect(meansSignedOut({ ...WALL, observation: 'present' }, SESSION, null)).toBe(false);
});
test('one of another host does not', () => {
  for (const finalUrl of ['https://la.example/login', 'https://xmang.example/', 'chrome-error://chromewebdata/', ''])
    expect(meansSignedOut({ ...WALL, finalUrl }, SESSION, null)).toBe(false);
});
test('nor does one that the same capture meets again with a session that was renewed since', () => {
  expect(meansSignedOut(WALL, SESSION, 1)).toBe(false);
});
