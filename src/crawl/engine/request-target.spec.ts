import { describe, expect, test } from '@jest/globals';
import { targetOf, tunnelTo } from './request-target.js';

describe('what a request to the proxy names', () => {
  test.each([
    ['a.example:443', '/p/1?x=1', 'a.example', 'https://a.example/p/1?x=1'],
    ['a.example:443', '//evil.example/p/1', 'a.example', 'https://a.example//evil.example/p/1'],
    ['a.example:443', '/\\evil.example/p/1', 'a.example', 'https://a.example//evil.example/p/1'],
    ['a.example:8443', '///evil.example:1/', 'A.example:8443', 'https://a.example:8443///evil.example:1/'],
    ['[2606:4700::1111]:443', '/', '[2606:4700::1111]', 'https://[2606:4700::1111]/'],
    [undefined, 'http://a.example/p', 'a.example', 'http://a.example/p'],
    [undefined, 'http://a.example:8080//evil.example/p', 'a.example:8080', 'http://a.example:8080//evil.example/p'],
  ])('in the tunnel %s the line %s for %s is %s', (tunnel, line, host, url) =>
    expect(targetOf(tunnel, line, [host])).toEqual({ url, refused: null }),
  );
  test.each([
    ['a.example:443', 'https://evil.example/p/1', ['a.example']],
    ['a.example:443', 'https://a.example/p/1', ['a.example']],
    ['a.example:443', '@evil.example/', ['a.example']],
    ['a.example:443', '.evil.example/', ['a.example']],
    ['a.example:443', '*', ['a.example']],
    ['a.example:443', '/', ['evil.example']],
    ['a.example:443', '/', ['a.example:8443']],
    ['a.example:443', '/', ['a.example/x']],
    ['a.example:443', '/', ['x@a.example']],
    ['a.example:443', '/', ['a.example', 'evil.example']],
    ['a.example:443', '/', []],
    [undefined, 'http://a.example/', ['evil.example']],
    [undefined, 'https://a.example/', ['a.example']],
    [undefined, 'http:///a.example/', ['a.example']],
    [undefined, 'http://x@a.example/', ['a.example']],
    [undefined, '/p/1', ['a.example']],
    [undefined, '//a.example/p/1', ['a.example']],
    [undefined, 'ws://a.example/', ['a.example']],
  ])('in the tunnel %s the line %s for %j is refused, and no other host takes its place on record', (tunnel, line, hosts) => {
    const { url, refused } = targetOf(tunnel, line, hosts);
    expect(refused).toEqual(expect.any(String));
    if (tunnel) expect(new URL(url).host).toBe('a.example');
    expect(URL.canParse(url)).toBe(true);
  });
  test.each([undefined, '', 'a.example', 'x@a.example:443', 'a.example:443/x', 'a.example:443:1', 'a b:1'])(
    'a tunnel to %s is none',
    (target) => expect(tunnelTo(target)).toBeNull(),
  );
});
