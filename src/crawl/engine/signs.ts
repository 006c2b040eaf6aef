import type { Platform, Sign } from '../platforms/platform-table.js';
import { fold } from './fold.js';

/** how far behind the words of a gate it may say what it is the gate of */
const REACH = 40;

/** The words of a platform that the page says, by what they mean. */
export function signsOf(text: string, platform: Platform): { sign: Sign; words: string }[] {
  const said = fold(text);
  const signs = (Object.entries(platform.words) as [Sign, string[]][]).flatMap(([sign, list]) => {
    const words = list.find((w) => (sign === 'login' ? isGate(said, fold(w), platform) : said.includes(fold(w))));
    return words ? [{ sign, words }] : [];
  });
  const clear = signs.filter((s) => s.sign !== 'withheld');
  return clear.length > 0 ? clear : signs;
}

/** Whoever must sign in to write need not do so to read. */
function isGate(said: string, words: string, { to_write: toWrite = [] }: Platform): boolean {
  for (let at = said.indexOf(words); at >= 0; at = said.indexOf(words, at + 1)) {
    const behind = said.slice(at + words.length, at + words.length + REACH);
    if (!toWrite.some((w) => behind.trimStart().startsWith(fold(w)))) return true;
  }
  return false;
}
