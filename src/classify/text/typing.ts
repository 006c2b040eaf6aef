import type { Keys } from './rules.js';
import { bare } from './syllable.js';

/** what is longer nobody typed by keys of marks */
export const LONGEST_TYPED = 12;
const VOWEL = /[aeiouyâăêôơư]/;

/** The last letter that a key gives another shape; uo bears a horn on both. */
function shape(letters: string[], key: string, { shapes }: Keys): boolean {
  for (let i = letters.length - 1; i >= 0; i--) {
    const shaped = shapes.get(letters[i] + key);
    if (!shaped) continue;
    letters[i] = shaped;
    if (shaped === 'ơ' && letters[i - 1] === 'u' && letters[i - 2] !== 'q') letters[i - 1] = 'ư';
    return true;
  }
  return false;
}

/** What the keys of a word would have written with a Vietnamese keyboard switched on; null where they write what they are. */
export function typed(word: string, keys: Keys): string | null {
  if (word.length < 2 || word.length > LONGEST_TYPED) return null;
  const letters: string[] = [];
  let tone = '';
  let vowels = false;
  let changed = false;
  for (const key of word) {
    const mark = vowels ? keys.tones.get(key) : undefined;
    if (mark !== undefined) tone = mark;
    else if (!shape(letters, key, keys)) {
      if (key === 'w' && !vowels && keys.shapes.has('uw')) letters.push('ư');
      else {
        letters.push(key);
        vowels ||= VOWEL.test(key);
        continue;
      }
      vowels = true;
    }
    changed = true;
  }
  if (!changed) return null;
  const at = letters.findLastIndex((c) => VOWEL.test(c));
  return letters.map((c, i) => (i === at ? (c + tone).normalize('NFC') : c)).join('');
}

/** The same, where a Vietnamese syllable comes out. */
export function typedSyllable(word: string, keys: Keys, isSyllable: (bareWord: string) => boolean): string | null {
  const out = typed(word, keys);
  return out !== null && isSyllable(bare(out)) ? out : null;
}
