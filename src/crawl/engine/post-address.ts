import { mayBeOne, namesPost, platformOf } from '../platforms/platform-table.js';
import { untrustedUpTo, type Exchange } from './exchange.js';
import type { Judged } from './observe.js';
import type { RawCapture } from './raw.js';

/** Grounds of a look at which the post itself was read. */
export const POST_READ = new Set(['post-found', 'post-taken-away-by-its-page']);
const pathOf = (url: URL): string => url.pathname.replace(/\/$/, '') + url.search;

/** A link to a post that led to a page of none: a home page, a list, a sign-in. What stands there is not the post. */
export function ledAway(asked: string, reached: string): boolean {
  const [from, to] = [new URL(asked), new URL(reached)];
  if (pathOf(from) === pathOf(to) || namesPost(to)) return false;
  return pathOf(to) === '' || namesPost(from) || platformOf(reached).hosts.length > 0;
}

/**
 * Other addresses of the post, where the post itself was read: where redirects over HTTP led, and what the page calls its own address on the same host.
 * A host whose certificate nobody vouches for proves nothing, nor does a platform's link that led out of the platform.
 */
export function otherAddresses({ order, post, exchanges }: RawCapture, main: Exchange | undefined, judged: Judged): string[] {
  if (!main || judged.observation !== 'present' || !POST_READ.has(judged.ground.rule) || untrustedUpTo(main, exchanges)) return [];
  const asked = platformOf(order.url);
  if (asked.hosts.length > 0 && platformOf(main.url) !== asked) return [];
  const canonical = post?.canonical && URL.canParse(post.canonical) ? new URL(post.canonical) : null;
  const own = canonical?.host === new URL(main.url).host ? [canonical.href] : [];
  return [...new Set([main.url, ...own])].filter((url) => url !== order.url && namesPost(new URL(url)) && mayBeOne(order.url, url));
}
