import type { Platform, Sign } from '../platforms/platform-table.js';
import { strangeOn } from './error-page.js';
import type { Seen } from './observe.js';
import { signsOf } from './signs.js';

// What words mean on a page of no known platform: there they may be somebody's post as well as its site's notice.

/** Does it say enough for itself to be what was asked for? A page that asks for a password may be the door to it. */
export function speaks({ own, text, part }: Seen, { least_text: least }: Platform): boolean {
  return !part && !own?.password && (own?.own ?? text).trim().length >= least;
}

/** Are these words a notice, and little else? */
const isNotice = (text: string, url: string, platform: Platform): boolean =>
  signsOf(text, platform).length > 0 && strangeOn(text, url, platform).length <= platform.notice_words!;

/** One of the other posts, or the teasers, beside a notice that the post is not to be seen. */
export const isAnother = ({ mayBeAnother, own, url }: Seen, platform: Platform): boolean =>
  platform.articles === true &&
  mayBeAnother === true &&
  [...(own?.headings ?? []), own?.beside ?? ''].some((text) => isNotice(text, url, platform));

/** Why words of a notice do not decide; null: they do. */
export function besideTheWords({ text, own, url, part }: Seen, platform: Platform, sign: Sign): string | null {
  if (text.trim().length >= platform.least_text) return 'words-in-a-long-page';
  if (!platform.articles || !own || (sign === 'login' && own.password && !part)) return null;
  if (own.headings.some((heading) => signsOf(heading, platform).length > 0)) return null;
  if (strangeOn(own.own, url, platform).length > platform.notice_words!) return 'words-beside-others';
  return sign === 'gone' ? 'words-in-no-heading' : null;
}

/** A short page that asks for a password, and says nothing else that it could be. */
export const asksToSignIn = ({ text, own, url, part }: Seen, platform: Platform): boolean =>
  platform.articles === true &&
  own?.password === true &&
  !part &&
  text.trim().length < platform.least_text &&
  strangeOn(own.own, url, platform).length <= platform.notice_words!;
