import { expect, test } from '@jest/globals';
import { platformFaults, platformOf, selectorsFor } from './platform-table.js';

const POST = 'https://www.facebook.com/song.lo/posts/456789';
const facebook = platformOf(POST);
const NOTHING = { post: [], text: [], author: [], handle: [], time: [], part: true };

test('an answer is never looked for where the comment stands that it answers', () => {
  const { post, text } = selectorsFor(facebook, `${POST}?comment_id=11&reply_comment_id=21`);
  expect(post.length).toBeGreaterThan(0);
  for (const s of [...post, ...text]) expect(s).not.toContain('11');
  expect(selectorsFor({ ...facebook, reply: undefined }, `${POST}?comment_id=11&reply_comment_id=21`)).toMatchObject(NOTHING);
});
test('a table whose selectors find what only begins alike is refused', () => {
  expect(platformFaults(facebook)).toEqual([]);
  const part = { ...facebook.part!, post: ['a[href*="comment_id={comment}"]'] };
  expect(platformFaults({ ...facebook, part })).toMatchObject([{ path: ['part', 'post', 0] }]);
  expect(platformFaults({ ...facebook, reply: { ...part, post: [], time: undefined as unknown as string[] } })).toMatchObject([
    { path: ['reply', 'time'] },
  ]);
});
test('a post of a forum is sought by its own place on a host that nobody listed', () => {
  const url = 'https://dien-dan.example.vn/threads/nuoc-may.12345/post-678';
  const sought = selectorsFor(platformOf(url), url, 'https://dien-dan.example.vn/threads/nuoc-may.12345/page-2#post-678');
  expect(sought.part).toBe(true);
  expect(sought.post).toContain('article.message[data-content="post-678"]');
  expect(sought.text).not.toContain('article');
  expect(selectorsFor(platformOf(url), 'https://dien-dan.example.vn/threads/nuoc-may.12345/').text).toContain('main');
});
test('a link that names a comment in a way that cannot be read is not read as its post', () => {
  expect(selectorsFor(facebook, `${POST}?comment_id=2-3`)).toMatchObject(NOTHING);
});
test('the same look is answered without reading the link again', () => {
  expect(selectorsFor(facebook, POST, POST)).toBe(selectorsFor(facebook, POST));
  for (let n = 0; n < 200; n++) selectorsFor(facebook, `${POST}?comment_id=${n}`);
  expect(selectorsFor(facebook, `${POST}?comment_id=7`).post[0]).toContain('"7"');
});
