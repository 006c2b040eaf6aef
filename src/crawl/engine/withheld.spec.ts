import { describe, expect, test } from '@jest/globals';
import type { Exchange } from './exchange.js';
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
      requestHeaders: ['Cookie', `a=1; xs=${KEY}`, 'Authorization', 'Bearer abc'],
      responseHeaders: ['set-cookie', 'xs=neu; Path=/'],
    } as Exchange;
    expect(sentKeys([exchange])).toEqual(['1', KEY, 'abc', 'neu']);
  });
  test('is a key when it is long and no word, as it stands and as addresses write it', () => {
    expect(keysAmong([KEY, 'vi_VN', 'Asia/Ho_Chi_Minh', '100001234567890123', '1'])).toEqual([
      encodeURIComponent(KEY), KEY, decodeURIComponent(KEY),
    ]); // prettier-ignore
    expect(keysAmong(['100%-of-a-broken-escape'])).toContain('100%-of-a-broken-escape');
  });
  test('is taken out of a record wherever it stands, with what JSON does to it', () => {
    const key = 'a"b\\c-1234567890xyz';
    expect(recordWithout({ url: `http://x/?t=${key}`, deep: [{ said: key }], n: 1 }, [key])).toEqual({
      url: 'http://x/?t=[withheld]',
      deep: [{ said: '[withheld]' }],
      n: 1,
    });
  });
  test('is overwritten in bytes, which stay as long as they were', () => {
    const bytes = Buffer.from(`<script>s="${KEY}";t="${KEY}"</script>đúng`);
    const before = bytes.length;
    expect(overwrite(bytes, [KEY])).toBe(2);
    expect(bytes.length).toBe(before);
    expect(bytes.toString()).toBe(`<script>s="${'*'.repeat(KEY.length)}";t="${'*'.repeat(KEY.length)}"</script>đúng`);
  });
});
