import { describe, expect, test } from '@jest/globals';
import { HoldsForeignWords, refusedIn } from './refused-in.js';

class OwnWords {}
@HoldsForeignWords()
class Reported {}
class ReportedOnPaper extends Reported {}

describe('what no form takes', () => {
  test.each([0x202a, 0x202e, 0x2066, 0x2069])('a sign %i that turns what follows, wherever it stands', (sign) => {
    const body = { ground: { parts: ['ok', `Phạt ${String.fromCodePoint(sign)}000.005`] } };
    expect(refusedIn(body, OwnWords)).toMatchObject({ path: 'ground.parts.1', rule: 'noTurning' });
  });
  test('what others wrote is kept as it came', () => {
    const text = 'tin \u202eđồn';
    expect([Reported, ReportedOnPaper].map((form) => refusedIn({ text }, form))).toEqual([undefined, undefined]);
    expect(refusedIn({ text })).toBeDefined();
  });
  test.each([OwnWords, Reported])('NUL, which nothing can keep, also in what others wrote', (form) =>
    expect(refusedIn({ origin: 'Chị Ba\0gửi' }, form)).toMatchObject({ path: 'origin', rule: 'noNul' }),
  );
  test('a name that every object has, also there', () => {
    expect(refusedIn(JSON.parse('{"a":[{"__proto__":1}]}'), Reported)).toMatchObject({ path: 'a.0.__proto__', rule: 'takenName' });
  });
  test('half a pair of surrogates, which nothing can keep either', () =>
    expect(refusedIn({ truth: 'a\ud800b' })).toMatchObject({ path: 'truth', rule: 'noNul' }));
  test('more values than any form has, or deeper than any lies', () => {
    let deep: unknown = 1;
    for (let i = 0; i < 2_000; i++) deep = [deep];
    expect(refusedIn({ deep, ok: 1 })).toMatchObject({ rule: 'tooMuch' });
    expect(refusedIn({ sources: Array.from({ length: 20_000 }, () => ({})) })).toMatchObject({ path: 'sources', rule: 'tooMuch' });
    expect(refusedIn({ items: Array.from({ length: 1_000 }, () => ({ a: { b: [1] } })) })).toBeUndefined();
  });
  test('signs of writing that turn nothing are letters like others', () =>
    expect(refusedIn({ name: 'Nguyễn\u200d \u200eVăn', emoji: '👩\u200d⚕️' }, OwnWords)).toBeUndefined());
});
