import type { TextRules } from './rules.js';

const SHORTEST = 4;
const LONGEST = 16;
const LETTERS = 'aeiouynhtgcmrsldbkpvqx';

/** Words that somebody may have meant who slipped, or put letters that look alike: vacclne, pohng. */
export function* meantBy(word: string, { slips, beside }: TextRules): Generator<string> {
  if (word.length < SHORTEST - 1 || word.length > LONGEST) return;
  for (const [from, to] of slips) {
    if (!word.includes(from)) continue;
    yield word.replaceAll(from, to);
    for (let at = word.indexOf(from); at >= 0; at = word.indexOf(from, at + 1)) yield word.slice(0, at) + to + word.slice(at + from.length);
  }
  for (let i = 1; i < word.length; i++) if (word[i] !== word[i - 1]) yield word.slice(0, i - 1) + word[i] + word[i - 1] + word.slice(i + 1);
  if (word.length < SHORTEST) return;
  for (let i = 0; i < word.length; i++) yield word.slice(0, i) + word.slice(i + 1);
  if (word.length <= SHORTEST) return;
  for (let i = 0; i <= word.length; i++) for (const letter of LETTERS) yield word.slice(0, i) + letter + word.slice(i);
  if (word.length <= SHORTEST + 1) return;
  for (let i = 0; i < word.length; i++) for (const letter of beside.get(word[i]) ?? '') yield word.slice(0, i) + letter + word.slice(i + 1);
}
