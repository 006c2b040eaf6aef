import { readTable } from '../../core/table.js';
import type { Platform } from '../platforms/platform-table.js';
import { wordsOf } from './fold.js';

interface ErrorPages {
  says: string[];
  doubt: string[];
  words: Record<'vi' | 'en', string[]>;
}
/** `config/error-pages.yaml`, checked. */
const table = readTable<ErrorPages>('error-pages.yaml', ({ says, doubt, words }) =>
  [says, doubt, words?.vi, words?.en].every((list) => Array.isArray(list) && list.every((entry) => wordsOf(String(entry)).length > 0))
    ? []
    : [{ path: ['says'], says: 'says, doubt, words.vi and words.en must be lists of words' }],
);
const PLAIN = [...table.says, ...table.words.vi, ...table.words.en];
const NUMBER = /^\p{Nd}{1,4}$/u;
/** what no letter and no number is, and still a picture when it stands on a page */
const SYMBOLS = /[^\p{L}\p{M}\p{N}\p{P}\p{Z}\p{C}|©®™←→↵<>=+$^`~]/gu;

type Entries = Map<string, string[][]>;
function entriesOf(phrases: string[]): Entries {
  const entries: Entries = new Map();
  for (const words of phrases.map(wordsOf).filter((w) => w.length > 0)) entries.set(words[0], [...(entries.get(words[0]) ?? []), words]);
  for (const list of entries.values()) list.sort((a, b) => b.length - a.length);
  return entries;
}
/** The words that are left when every entry is taken out, the longest first. */
function without(words: string[], entries: Entries, keep: (word: string) => boolean = () => true): string[] {
  const left: string[] = [];
  for (let i = 0; i < words.length;) {
    const entry = entries.get(words[i])?.find((e) => e.every((word, n) => words[i + n] === word));
    if (!entry && keep(words[i])) left.push(words[i]);
    i += entry?.length ?? 1;
  }
  return left;
}

const ownPhrases = ({ words, gone_page }: Platform): string[] => [...Object.values(words).flat(), ...gone_page.furniture];
/** What a page says beside its platform's notices and what stands around them. */
export const besideNotices = (text: string, platform: Platform): string[] => without(wordsOf(text), entriesOf(ownPhrases(platform)));

/** What a page says that no page of error does. */
export function strangeOn(text: string, url: string, platform: Platform): string[] {
  const { hostname, host, pathname, href } = new URL(url);
  const own = [...ownPhrases(platform), host, hostname, ...hostname.split(/[.-]/), pathname, decoded(pathname), href];
  const words = without(wordsOf(text), entriesOf([...PLAIN, ...own]), (word) => !NUMBER.test(word));
  return [...words, ...(text.match(SYMBOLS) ?? [])];
}
/** Does it say in words that there is nothing? */
export const saysGone = (text: string, platform: Platform): boolean => {
  const said = ` ${wordsOf(text).join(' ')} `;
  return [...table.says, ...platform.words.gone].some((entry) => said.includes(` ${wordsOf(entry).join(' ')} `));
};

/** What of it the page says of others than this visitor, or of a while. */
export const doubtOn = (text: string): string | undefined => {
  const said = ` ${wordsOf(text).join(' ')} `;
  return table.doubt.find((entry) => said.includes(` ${wordsOf(entry).join(' ')} `));
};

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
