import type { Ground } from '../observations.repository.js';
import type { Platform } from '../platforms/platform-table.js';
import { besideNotices, saysGone, strangeOn } from './error-page.js';
import { bare, fold, wordsOf } from './fold.js';
import { captureLimits } from './limits.js';
import type { Shown } from './shown.js';

/** What a page that seems to say “gone” shows all the same. */
export interface GonePage {
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
  /** lines that stood around it then */
  around?: string[];
}
const LONGEST_QUOTE = 200;
const [LONGEST_LINE, MOST_LINES] = [200, 500];

/** Why the post must not be called gone though its platform's sign is there: “gone” ends an accusation, so the page must say it, and show nothing else. */
export function againstGone(
  { url, text, shown, ownFonts, empty, known, around = [] }: GonePage,
  platform: Platform,
  words?: string,
): Ground | null {
  if (empty && !text) return null;
  if (!shown) return { rule: 'gone-not-looked-at' };
  const most = platform.gone_page;
  const strange = strangeOn(shown.said, url, platform, around);
  const own = besideNotices(shown.said, platform);
  const said = quote(strange.join(' ') || text);
  if (known && showsPost(own, strange, besideNotices(known, platform)))
    return { rule: 'gone-but-words-of-the-post', words: quote(own.join(' ')) };
  if (words && !fold(shown.legible).includes(fold(words))) return { rule: 'gone-words-hidden', words };
  if (shown.pictured > most.pictured) return { rule: 'gone-but-pictures' };
  if (strange.length > 0 || besideLines(text, around).length > most.characters) return { rule: 'gone-but-text', words: said };
  if (shown.painted > most.painted) return { rule: 'gone-but-drawn' };
  if (ownFonts && !most.own_fonts) return { rule: 'gone-but-own-fonts' };
  if (shown.hidden > most.hidden) return { rule: 'gone-but-hidden-text', words: said };
  return saysGone(shown.legible, platform) ? null : { rule: 'gone-says-nothing' };
}
/** A text without the lines that are known to stand around posts of its site. */
const besideLines = (text: string, around: string[]): string => {
  const known = new Set(around);
  return text
    .split('\n')
    .filter((line) => !known.has(line))
    .join('\n')
    .trim();
};
/** The lines of a page that are not its post's: menus, feet, the name of the site. One of which half the words are the post's is none. */
export function linesAround(page = '', post = ''): string[] {
  const own = new Set(wordsOf(post));
  return page
    .split('\n')
    .filter((line) => {
      const words = line.length <= LONGEST_LINE ? wordsOf(line) : [];
      return words.length > 0 && words.filter((word) => own.has(word)).length / words.length < captureLimits.same_words;
    })
    .slice(0, MOST_LINES);
}
const quote = (text: string): string => text.trim().slice(0, LONGEST_QUOTE);

/** Is what the page says the post, however its words are ordered and marked: most of the post, or most of what no page of error says? */
function showsPost(own: string[], strange: string[], known: string[]): boolean {
  if (known.length < 2) return false;
  const partOf = (of: string[], there: string[]): number => {
    const [parts, all] = [shingles(of), shingles(there)];
    return parts.size > 0 ? [...parts].filter((part) => all.has(part)).length / parts.size : 0;
  };
  return partOf(known, own) >= captureLimits.same_words || partOf(strange, known) >= captureLimits.same_words;
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
