import { describe, expect, test } from '@jest/globals';
import { readCookies } from './cookie-file.js';

const NOW = new Date('2026-11-27T00:00:00Z');
const LATER = Math.round(NOW.getTime() / 1_000) + 86_400;
const read = (file: string, ...hosts: string[]) => readCookies(file, hosts, NOW);
const names = (r: ReturnType<typeof read>) => (r.ok ? r.cookies.map((c) => c.name) : r.reason);
const line = (domain: string, name: string, more: Partial<{ below: string; expires: number; value: string }> = {}) =>
  [domain, more.below ?? 'FALSE', '/', 'TRUE', more.expires ?? LATER, name, more.value ?? 'x'].join('\t');

describe('a session that somebody gives', () => {
  test('is read from cookies.txt, with the cookies that scripts may not read', () => {
    const file = ['# Netscape HTTP Cookie File', '', line('mang.example', 'lang'), `#HttpOnly_${line('.mang.example', 'xs', { below: 'TRUE' })}`].join('\r\n'); // prettier-ignore
    expect(read(file, 'mang.example')).toEqual({
      ok: true,
      cookies: [
        { name: 'lang', value: 'x', domain: 'mang.example', hostOnly: true, path: '/', secure: true, httpOnly: false, sameSite: null, expires: LATER }, // prettier-ignore
        { name: 'xs', value: 'x', domain: 'mang.example', hostOnly: false, path: '/', secure: true, httpOnly: true, sameSite: null, expires: LATER }, // prettier-ignore
      ],
    });
  });
  test.each([
    ['a list', (list: object[]) => list],
    ['an object that has one', (cookies: object[]) => ({ cookies, origins: [] })],
  ])('is read from %s in JSON', (_, form) => {
    const file = JSON.stringify(
      form([
        { name: 'xs', value: 'a=b', domain: '.mang.example', path: '/', expirationDate: LATER + 0.5, secure: true, httpOnly: true, sameSite: 'no_restriction' }, // prettier-ignore
        { name: 'sb', value: '1', domain: 'mang.example', path: '/', expires: -1, sameSite: 'Lax' },
      ]),
    );
    expect(read(file, 'mang.example')).toMatchObject({
      ok: true,
      cookies: [
        { name: 'xs', hostOnly: false, sameSite: 'None', expires: LATER + 0.5, secure: true },
        { name: 'sb', hostOnly: true, sameSite: 'Lax', expires: null, secure: false },
      ],
    });
  });
  test('is kept for its hosts alone, and no longer than it counts', () => {
    const file = [
      line('www.mang.example', 'below'),
      line('mang.example', 'above-alone'),
      line('.mang.example', 'above', { below: 'TRUE' }),
      line('nganhang.example', 'bank'),
      line('xmang.example', 'looks-alike'),
      line('www.mang.example', 'over', { expires: LATER - 90_000 }),
    ].join('\n');
    expect(names(read(file, 'www.mang.example'))).toEqual(['below', 'above']);
    expect(names(read(file, 'mang.example'))).toEqual(['below', 'above-alone', 'above']);
    expect(names(read(file, 'khac.example'))).toBe('none-for-hosts');
  });
  test('is refused where a line or a field is none, or holds what would break a header', () => {
    const broken = [
      '',
      'xin chào',
      line('mang.example', 'a').replaceAll('\t', ' '),
      `${line('mang.example', 'a')}\tb`,
      '[',
      '[]',
      '{}',
      '[1]',
      'null',
    ];
    for (const file of broken) expect([file, names(read(file, 'mang.example'))]).toEqual([file, 'unreadable']);
    for (const value of ['a;b', 'a\u0000b', 'é', 'x'.repeat(5_000)])
      expect(names(read(JSON.stringify([{ name: 'a', value, domain: 'mang.example' }]), 'mang.example'))).toBe('unreadable');
    expect(names(read(JSON.stringify([{ name: 'a\r\nb', value: '', domain: 'mang.example' }]), 'mang.example'))).toBe('unreadable');
    const many = Array.from({ length: 301 }, (_, i) => line('mang.example', `c${i}`)).join('\n');
    expect(names(read(many, 'mang.example'))).toBe('too-many');
  });
});
