import { expect, test } from '@jest/globals';
import { platformFaults, platformOf, selectorsFor } from './platform-table.js';

const POST = 'https://www.facebook.com/song.lo/posts/456789';
const facebook = platformOf(POST);

test('an answer is never looked for where the comment stands that it answers', () => {
  const { post, text } = selectorsFor(facebook, `${POST}?comment_id=11&reply_comment_id=21`);
  expect(post.length).toBeGreaterThan(0);
  for (const s of [...post, ...text]) expect(s).not.toContain('11');
  const none = { post: [], text: [], author: [], handle: [], time: [] };
  expect(selectorsFor({ ...facebook, reply: undefined }, `${POST}?comment_id=11&reply_comment_id=21`)).toEqual(none);
});
test('a table whose selectors find what only begins alike is refused', () => {
  expect(platformFaults(facebook)).toEqual([]);
  const part = { ...facebook.part!, post: ['a[href*="comment_id={comment}"]'] };
  expect(platformFaults({ ...facebook, part })).toMatchObject([{ path: ['part', 'post', 0] }]);
  expect(platformFaults({ ...facebook, reply: { ...part, post: [], time: undefined as unknown as string[] } })).toMatchObject([
    { path: ['reply', 'time'] },
  ]);
});
