import { describe, expect, test } from '@jest/globals';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import type { Exchange } from './exchange.js';
import { plainOf } from './plain-of.js';
import { keysAmong, overwrite, recordWithout, sentKeys, withoutKeys } from './withheld.js';

const KEY = '48%3AxK3vR2mQ_session-token';

describe('what a signed-in visit carries', () => {
  test('is taken out of headers, of which names and attributes stay', () => {
    const headers = ['Host', 'mang.example', 'Cookie', `c_user=1; xs=${KEY};bare`, 'authorization', `Bearer ${KEY}`];
    expect(withoutKeys(headers)).toEqual([
      'Host', 'mang.example', 'Cookie', 'c_user=[withheld]; xs=[withheld]; =[withheld]', 'authorization', 'Bearer [withheld]',
    ]); // prettier-ignore
    expect(withoutKeys(['Set-Cookie', `xs=${KEY}; Path=/; HttpOnly`, 'set-cookie', 'a'])).toEqual([
      'Set-Cookie', 'xs=[withheld]; Path=/; HttpOnly', 'set-cookie', '[withheld]',
    ]); // prettier-ignore
    expect(withoutKeys(['Authorization', KEY])).toEqual(['Authorization', '[withheld]']);
  });
  test('is known from what was sent and what came back', () => {
    const exchange = {
      url: 'https://m.mang.example/x?lang=vi&access_token=tham-so',
      requestHeaders: ['Cookie', `a=1; xs=${KEY}`, 'Authorization', 'Bearer abc', 'X-Csrf-Token', 'dau'],
      responseHeaders: ['set-cookie', 'xs=neu; Path=/'],
    } as Exchange;
    expect(sentKeys([exchange], ['mang.example'])).toEqual(['1', KEY, 'abc', 'dau', 'neu', 'tham-so']);
  });
  test('is nothing that other hosts set, who would choose what is blacked out', () => {
    const others = { url: 'https://la.example/', requestHeaders: ['Cookie', `a=${KEY}`], responseHeaders: ['set-cookie', `a=${KEY}`] };
    expect(
      sentKeys(
        [{ ...others, url: 'https://[' } as Exchange, others as Exchange, { ...others, url: 'https://xmang.example/' } as Exchange],
        ['mang.example'],
      ),
    ).toEqual([]);
  });
  test('is a key when it is long and no word, as it stands and as addresses write it', () => {
    expect(keysAmong([KEY, 'vi_VN', 'Asia/Ho_Chi_Minh', '100001234567890123', '1'])).toEqual([
      encodeURIComponent(KEY), KEY, decodeURIComponent(KEY),
    ]); // prettier-ignore
    expect(keysAmong(['100%-of-a-broken-escape'])).toContain('100%-of-a-broken-escape');
    expect(keysAmong(['%65%78%63%68%61%6e%67%65%73', 'aaaaaaaaaaaaaaaaa1', 'đợt 2 của chiến dịch tiêm chủng'])).toEqual([]);
  });
  test('is no more than can be looked for, and what somebody gave comes first', () => {
    const set = Array.from({ length: 5_000 }, (_, i) => `set-by-a-page-0123456789-${i}`);
    const keys = keysAmong([KEY, ...set]);
    expect([keys.length, keys.includes(KEY)]).toEqual([500, true]);
  });
  test('is taken out of a record wherever it stands, with what JSON does to it', () => {
    const key = 'a"b\\c-1234567890xyz';
    expect(recordWithout({ url: `http://x/?t=${key}`, deep: [{ said: key }], n: 1, none: null, [key]: 2 }, [key])).toEqual({
      url: 'http://x/?t=[withheld]',
      deep: [{ said: '[withheld]' }],
      n: 1,
      none: null,
      [key]: 2,
    });
  });
  test('is overwritten in bytes, which stay as long as they were', () => {
    const bytes = Buffer.from(`<script>s="${KEY}";t="${KEY}"</script>đúng`);
    const before = bytes.length;
    expect(overwrite(bytes, [KEY])).toBe(2);
    expect(bytes.length).toBe(before);
    expect(bytes.toString()).toBe(`<script>s="${'*'.repeat(KEY.length)}";t="${'*'.repeat(KEY.length)}"</script>đúng`);
  });
  test.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['deflate', deflateRawSync],
    ['br', brotliCompressSync],
  ])('is found in a body in %s, also in one that was cut', (coding, packed) => {
    const noise = Array.from({ length: 20_000 }, (_, n) => ((n * 7_919) % 251).toString(36)).join(' ');
    const whole = packed(`<script>s="${KEY}"</script>${noise}`);
    for (const bytes of [whole, whole.subarray(0, -20)]) expect(plainOf(bytes, coding, 1_000_000)?.includes(KEY)).toBe(true);
    expect(plainOf(whole, coding, 1_000)).toBeNull();
  });
  test('may be in a body that nobody here can unpack', () => {
    for (const coding of ['zstd', 'br, gzip', 'toString']) expect(plainOf(Buffer.from('x'), coding, 100)).toBeNull();
    expect(plainOf(Buffer.from('no gzip'), 'gzip', 100)).toBeNull();
    expect(plainOf(Buffer.alloc(0), 'gzip', 100)).toEqual(Buffer.alloc(0));
  });
});
