import { expect, test } from '@jest/globals';
import { isStrongPassword } from './password.js';

const person = { name: 'Đỗ Quế Chi', email: 'que.chi@so.example' };

test.each(['của riêng tôi đây', 'correct horse battery', 'Xanh-lá-mạ-1234'])('%j is a password of one\u2019s own', (password) =>
  expect([password, isStrongPassword(password, person)]).toEqual([password, true]),
);
test.each([
  ' '.repeat(20),
  '\u200b\u3164'.repeat(10),
  'mười một ky',
  'aaaaaaaaaaaaaaaa',
  'abababababababab',
  'que.chi@so.example',
  'Đỗ Quế Chi 123456',
  'do-que-chi-123456',
  'QUECHI 1234567890',
])('%j is none', (password) => expect([password, isStrongPassword(password, person)]).toEqual([password, false]));
test('a name of two letters does not forbid every word that holds them', () => {
  expect(isStrongPassword('lan man trong vườn', { name: 'An', email: 'an@so.example' })).toBe(true);
});
