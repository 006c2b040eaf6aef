import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addressRules } from './address-table.js';
import { normaliseUrl } from './normalise-url.js';
import { isPublicAddress } from './public-address.js';

const of = (text: string, allow: string[] = []) => normaliseUrl(text, addressRules, allow);
const urlOf = (text: string) => {
  const r = of(text);
  return r.ok ? r.url : r.reason;
};

describe('a reported link', () => {
  test.each([
    ['HTTPS://MXH.Example.VN:443/p/1#binh-luan', 'https://mxh.example.vn/p/1'],
    ['mxh.example.vn/p/1', 'https://mxh.example.vn/p/1'],
    ['  http://mxh.example.vn/p/1?utm_source=zalo&id=7&fbclid=abc ', 'http://mxh.example.vn/p/1?id=7'],
    ['https://mxh.example.vn./p/1', 'https://mxh.example.vn/p/1'],
    ['https://báo.vn/tin', 'https://xn--bo-mia.vn/tin'],
    ['https://8.8.8.8/x', 'https://8.8.8.8/x'],
    ['https://[2606:4700:4700::1111]/x', 'https://[2606:4700:4700::1111]/x'],
  ])('%s becomes %s', (text, url) => expect(urlOf(text)).toBe(url));

  test.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://0x7f.1/',
    'http://2130706433/',
    'http://017700000001/',
    'http://localhost/',
    'http://LOCALHOST./',
    'http://a.localhost/',
    'http://10.0.0.8/',
    'http://192.168.1.1/',
    'http://169.254.169.254/latest/meta-data',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[2002:7f00:1::]/',
    'http://[fd00::1]/',
    'http://[fe80::1]/',
    'http://[::127.0.0.1]/',
    'http://[::a9fe:a9fe]/',
    'http://[::2]/',
    'http://[::8.8.8.8]/',
    'http://[::ffff:0:127.0.0.1]/',
    'http://[64:ff9b:1::7f00:1]/',
    'http://[2001:0:7f00:1::]/',
    'http://[2606:4700::5efe:127.0.0.1]/',
    'http://[2606:4700::200:5efe:10.0.0.1]/',
    'http://[3fff::1]/',
    'http://[4000::1]/',
    'http://[fec0::1]/',
    'http://0.0.0.0/',
    'http://metadata.google.internal/',
    'http://100.64.0.1/',
    'http://１２７.0.0.1/',
    'http://127。0。0。1/',
  ])('%s leads to the inside and is refused', (text) => expect(urlOf(text)).toBe('private-address'));

  test.each([
    ['javascript:alert(1)', 'unsupported-scheme'],
    ['ftp://a.vn/x', 'unsupported-scheme'],
    ['data:text/html,x', 'unsupported-scheme'],
    ['xin chào', 'not-a-url'],
    ['chào', 'not-a-url'],
    ['http://', 'not-a-url'],
    ['', 'not-a-url'],
    [`https://a.vn/${'x'.repeat(10_000)}`, 'too-long'],
    ['https://user:pass@a.vn/', 'credentials'],
  ])('%s is refused: %s', (text, reason) => expect(urlOf(text)).toBe(reason));

  test('a private target opens only when host and port are named', () => {
    expect(of('http://world.localhost:4180/p/1', ['world.localhost:4180'])).toEqual({ ok: true, url: 'http://world.localhost:4180/p/1' });
    expect(of('http://world.localhost:4181/p/1', ['world.localhost:4180'])).toEqual({ ok: false, reason: 'private-address' });
  });
  test('brought to its form twice is the same as once', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (text) => {
        const once = of(text);
        if (once.ok) expect(of(once.url)).toEqual(once);
      }),
    );
  });
  test('an address that is none is not public', () => expect(['', 'x', '999.1.1.1'].map(isPublicAddress)).toEqual([false, false, false]));
});
