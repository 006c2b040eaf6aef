import type { RawCapture } from './raw.js';

/** The post's own words where its element was found, else all that the page says. */
export function textOfPost(raw: Pick<RawCapture, 'post' | 'text'>): string {
  return raw.post?.found && raw.post.text ? raw.post.text : raw.text;
}
