import type { Ground } from '../observations.repository.js';
import type { Platform } from '../platforms/platform-table.js';
import { besideNotices, doubtOn, saysGone, strangeOn } from './error-page.js';
import { bare, fold } from './fold.js';
import { shareOf } from './says-again.js';
import { captureLimits } from './limits.js';
import type { Shown } from './shown.js';

/** What a page that seems to say “gone” shows all the same. */
export interface GonePage {
  /** of the main document; null: no answer came */
  status: number | null;
  /** where it stands: it may say its own address */
  url: string;
  /** everything that it says, at any look */
  text: string;
  /** null: it could not be looked at whole */
  shown: Shown | null;
  /** letters may look like others in fonts that the page brought */
  ownFonts?: boolean;
  /** its answer had no content at all */
  empty: boolean;
  /** what the post said when it was last there */
  known?: string;
}
const LONGEST_QUOTE = 200;

/** Why the post must not be called gone though its platform's sign is there: “gone” ends an accusation, so the page must say it, and show nothing else. */
export function againstGone(
  { status, url, text, shown, ownFonts, empty, known }: GonePage,
  platform: Platform,
  words?: string,
): Ground | null {
  if (empty && !text) return null;
  if (!shown) return { rule: 'gone-not-looked-at' };
  const most = platform.gone_page;
  const strange = strangeOn(shown.said, url, platform);
  const own = besideNotices(shown.said, platform);
  const said = quote(strange.join(' ') || text);
  if (known && showsPost(own, strange, besideNotices(known, platform)))
    return { rule: 'gone-but-words-of-the-post', words: quote(own.join(' ')) };
  if (words && !fold(shown.legible).includes(fold(words))) return { rule: 'gone-words-hidden', words };
  const doubt = status !== null && status < 400 && doubtOn(shown.said);
  if (doubt) return { rule: 'gone-with-doubt', words: doubt };
  if (shown.pictured > most.pictured) return { rule: 'gone-but-pictures' };
  if (strange.length > 0 || text.trim().length > most.characters) return { rule: 'gone-but-text', words: said };
  if (shown.painted > most.painted) return { rule: 'gone-but-drawn' };
  if (ownFonts && !most.own_fonts) return { rule: 'gone-but-own-fonts' };
  if (shown.hidden > most.hidden) return { rule: 'gone-but-hidden-text', words: said };
  return saysGone(shown.legible, platform) ? null : { rule: 'gone-says-nothing' };
}
const quote = (text: string): string => text.trim().slice(0, LONGEST_QUOTE);

/** Is what the page says the post, however its words are ordered and marked: most of the post, or most of what no page of error says? */
function showsPost(own: string[], strange: string[], known: string[]): boolean {
  if (known.length < 2) return false;
  return partOf(known, own) >= captureLimits.same_words || partOf(strange, known) >= captureLimits.same_words;
}
function partOf(of: string[], there: string[]): number {
  return shareOf(shingles(of), shingles(there));
}
/** Three letters in a row of each word: what two texts share whatever the order of their words. */
function shingles(words: string[]): Set<string> {
  return new Set(
    words.flatMap((word) => {
      const padded = ` ${bare(word)} `;
      return Array.from({ length: padded.length - 2 }, (_, i) => padded.slice(i, i + 3));
    }),
  );
}
