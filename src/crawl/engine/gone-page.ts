import type { Ground } from '../observations.repository.js';
import type { Platform } from '../platforms/platform-table.js';
import { fold } from './fold.js';
import { captureLimits } from './limits.js';
import type { Shown } from './shown.js';

/** What a page that seems to say “gone” shows all the same. */
export interface GonePage {
  /** everything that it says, at any look */
  text: string;
  /** null: it could not be looked at whole */
  shown: Shown | null;
  /** its answer had no content at all */
  empty: boolean;
  /** what the post said when it was last there */
  known?: string;
}
const LONGEST_QUOTE = 200;
const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** Why the post must not be called gone though its platform's sign is there: the page shows the post, or more than a page that says “gone” shows. */
export function againstGone(page: GonePage, platform: Platform, words?: string): Ground | null {
  if (page.empty && !page.text) return null;
  if (!page.shown) return { rule: 'gone-not-looked-at' };
  const own = withoutSigns(page.text, platform);
  const same = page.known && sharedWords(own, withoutSigns(page.known, platform));
  if (same) return { rule: 'gone-but-words-of-the-post', words: same };
  if (words && !fold(page.shown.legible).includes(fold(words))) return { rule: 'gone-words-hidden', words };
  if (page.shown.pictured > platform.gone_page.pictured) return { rule: 'gone-but-pictures' };
  if (own.trim().length > platform.gone_page.characters) return { rule: 'gone-but-text', words: own.trim().slice(0, LONGEST_QUOTE) };
  return null;
}

/** Posts quote the words of removal, and pages of removal say them. */
function withoutSigns(text: string, platform: Platform): string {
  let rest = fold(text);
  for (const words of Object.values(platform.words).flat()) rest = rest.replaceAll(fold(words), ' ');
  return rest;
}

/** Words in a row that two texts have in common, enough of them to be no accident; all of them where the second text is short. */
function sharedWords(text: string, known: string): string | null {
  const [here, there] = [wordsOf(text), wordsOf(known)];
  const length = Math.min(captureLimits.same_words, there.length);
  if (length < 2) return null;
  const runs = new Set(there.slice(0, there.length - length + 1).map((_, i) => there.slice(i, i + length).join(' ')));
  for (let i = 0; i + length <= here.length; i++) {
    const run = here.slice(i, i + length).join(' ');
    if (runs.has(run)) return run;
  }
  return null;
}
