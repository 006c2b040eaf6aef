import { describe, expect, test } from '@jest/globals';
import type { Exchange } from './exchange.js';
import type { Judged } from './observe.js';
import { ledAway, otherAddresses } from './post-address.js';
import type { RawCapture } from './raw.js';

const WORLD = 'http://world.localhost:4180';
const present: Judged = { outcome: 'complete', observation: 'present', ground: { rule: 'post-found' } };
const learned = (asked: string, reached: string, canonical: string | null = null, judged: Partial<Judged> = {}, authorized = true) => {
  const main = { id: 1, url: reached, tls: { authorized } } as Exchange;
  return otherAddresses({ order: { url: asked }, post: { canonical }, exchanges: [main] } as RawCapture, main, { ...present, ...judged });
};

describe('where a link led', () => {
  test.each([
    [`${WORLD}/p/a1`, `${WORLD}/`, true],
    [`${WORLD}/p/a1`, `${WORLD}/u/someone`, true],
    [`${WORLD}/s/a1`, `${WORLD}/video`, true],
    [`${WORLD}/s/a1`, `${WORLD}/p/a1`, false],
    ['https://news.example/bai-viet-so-100234.html', 'https://news.example/thoi-su', true],
    ['https://news.example/about', 'https://www.news.example/about/', false],
    ['https://news.example/', 'https://news.example/', false],
    ['https://sho.rt/x', `${WORLD}/`, true],
  ])('from %s to %s is away from the post: %s', (asked, reached, away) => expect(ledAway(asked, reached)).toBe(away));

  test('is an address of the post within its platform, and from a short link of another host', () => {
    expect(learned(`${WORLD}/s/a1`, `${WORLD}/p/a1`)).toEqual([`${WORLD}/p/a1`]);
    expect(learned('https://sho.rt/x', `${WORLD}/p/a1`)).toEqual([`${WORLD}/p/a1`]);
    expect(learned('https://sho.rt/x', 'https://news.example/bai-viet-so-100234.html')).toHaveLength(1);
    expect(learned('https://sho.rt/x', 'https://news.example/bai-viet-so-100234.html', null, {}, false)).toEqual([]);
  });
  test('is none outside the platform that was asked, and none where no post was read', () => {
    expect(learned(`${WORLD}/p/a1`, 'https://news.example/bai-viet-so-100234.html')).toEqual([]);
    expect(learned(`${WORLD}/s/a1`, `${WORLD}/u/someone`)).toEqual([]);
    for (const observation of ['gone', 'login-wall', 'unclear'] as const)
      expect(learned(`${WORLD}/s/a1`, `${WORLD}/p/a1`, null, { observation })).toEqual([]);
    expect(learned('https://sho.rt/x', 'https://news.example/100234', null, { ground: { rule: 'page-with-text' } })).toEqual([]);
  });
  test('what a page calls its own address counts on its own host, and only if it names a post', () => {
    expect(learned(`${WORLD}/p/a1`, `${WORLD}/p/a1`, `${WORLD}/p/b2`)).toEqual([`${WORLD}/p/b2`]);
    for (const canonical of [`${WORLD}/`, 'http://world.localhost:9/p/b2', 'https://else.example/p/b2', 'no address'])
      expect(learned(`${WORLD}/p/a1`, `${WORLD}/p/a1`, canonical)).toEqual([]);
  });

  test('of a comment is not the address of its post, and the post’s is not the comment’s', () => {
    const post = 'https://www.facebook.com/a.b/posts/1';
    expect(learned(`${post}?comment_id=2`, post)).toEqual([]);
    expect(learned(`${post}?comment_id=2`, `${post}?comment_id=2&refid=1`, post)).toEqual([`${post}?comment_id=2&refid=1`]);
    expect(learned('https://fb.watch/x/', `${post}?comment_id=2`)).toEqual([]);
    expect(learned('https://fb.watch/x/', post)).toEqual([post]);
  });
});
