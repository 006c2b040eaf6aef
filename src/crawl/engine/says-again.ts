import type { Platform } from '../platforms/platform-table.js';
import { besideNotices } from './error-page.js';
import { bare } from './fold.js';
import { captureLimits } from './limits.js';
import type { Seen } from './observe.js';

/** Does a page say most of what its post said before, or, where no look read it by its element, of what the page said for itself then? */
export function saysAgain({ text, own, knownPosts = [], knownPages = [] }: Seen, platform: Platform): boolean {
  const here = besideNotices(text, platform);
  if (knownPosts.length > 0) return knownPosts.some((post) => saysMost(here, besideNotices(post, platform)));
  if (knownPages.length === 0) return true;
  const itself = own ? besideNotices(own.own, platform) : here;
  const said = new Set(itself);
  const around = new Set(here.filter((word) => !said.has(word))); // stood around it then, too
  return knownPages
    .map((page) => besideNotices(page, platform))
    .some(
      (page) =>
        saysMost(
          itself,
          page.filter((word) => !around.has(word)),
        ) || stoodThere(itself, page),
    );
}

/** What a page says for itself was a good part of what stood there: what stood around it may be another each day. */
function stoodThere(itself: string[], page: string[]): boolean {
  const [now, before] = [pairsOf(itself), pairsOf(page)];
  return shareOf(now, before) >= captureLimits.same_page && shareOf(before, now) >= captureLimits.same_page_least;
}

/** Word after word: letters alone are much the same in any two long texts. Of one word it cannot be told. */
function saysMost(now: string[], before: string[]): boolean {
  const parts = pairsOf(before);
  return parts.size === 0 || shareOf(parts, pairsOf(now)) >= captureLimits.same_words;
}
const pairsOf = (words: string[]): Set<string> => new Set(words.slice(1).map((word, i) => `${bare(words[i])} ${bare(word)}`));

/** So great a part of the first is among the second. */
export const shareOf = (parts: Set<string>, all: Set<string>): number =>
  parts.size > 0 ? [...parts].filter((part) => all.has(part)).length / parts.size : 0;
