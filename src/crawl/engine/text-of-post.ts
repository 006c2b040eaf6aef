import type { RawCapture } from './raw.js';

/** The post's own words where its element was found, else those of the article that the page is, else all that the page says. */
export function textOfPost(raw: Pick<RawCapture, 'post' | 'article' | 'text'>): string {
  return raw.post?.found && raw.post.text ? raw.post.text : (raw.article ?? raw.text);
}
