import { describe, expect, test } from '@jest/globals';
import { robotsVerdict } from './robots.js';

const FILE = `# của trang
User-agent: badbot
User-agent: other
Disallow: /

User-agent: *
Disallow: /private/   # chỗ riêng
Allow: /private/open
Disallow: /*.pdf$
Disallow: /tìm
Disallow:
Crawl-delay: 5
User-agent: LaChan
Disallow: /only-us
`;
const of = (path: string, agent = 'someone', file = FILE) => robotsVerdict(file, agent, `https://tin.example.vn${path}`).verdict;

describe('a file robots.txt', () => {
  test.each([
    ['/', 'allowed'],
    ['/private/a', 'disallowed'],
    ['/private/open/b', 'allowed'],
    ['/a/b.pdf', 'disallowed'],
    ['/a/b.pdf?x=1', 'allowed'],
    ['/t%C3%ACm?q=1', 'disallowed'],
    ['/priv%61te/a', 'disallowed'],
    ['/only-us', 'allowed'],
  ])('says of %s: %s', (path, verdict) => expect(of(path)).toBe(verdict));
  test('speaks to an agent by its name before it speaks to everybody', () => {
    expect([of('/private/a', 'lachan'), of('/only-us', 'lachan'), of('/x', 'OTHER')]).toEqual(['allowed', 'disallowed', 'disallowed']);
  });
  test('of two rules as long as each other obeys the one that allows, and names the line', () => {
    expect(robotsVerdict('User-agent: *\nDisallow: /a\nAllow: /a', 'x', 'https://b.example/a')).toEqual({
      verdict: 'allowed',
      rule: 'Allow: /a',
    });
    expect(robotsVerdict('User-agent: *\r\nDisallow: /a', 'x', 'https://b.example/ab').rule).toBe('Disallow: /a');
  });
  test('that is empty, or no such file at all, forbids nothing', () => {
    expect([of('/x', 'x', ''), of('/x', 'x', '<html>Not found</html>'), of('/x', 'x', 'Disallow: /')]).toEqual([
      'allowed',
      'allowed',
      'allowed',
    ]);
  });
  test('full of stars takes no time', () => {
    const began = performance.now();
    expect(of(`/${'a'.repeat(5_000)}`, 'x', `User-agent: *\n${`Disallow: /${'*a'.repeat(80)}b$\n`.repeat(1_000)}`)).toBe('allowed');
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
