import { stemmer } from 'stemmer';
import type { SyllableTable } from './syllable.js';

const ENGLISH = /^[a-z]{4,}$/;
/** how words end that the rules of Porter change */
const CHANGED = /[esy]$|ed$|ng$|[cglt]i$|al$|[eo]r$|on$|sm$|nt$|ic$|ou$|[lu]l$/;

const MOST_KNOWN = 100_000;
const stems = new WeakMap<SyllableTable, Map<string, string>>();

/** Porter's stem of an English word; what may be a Vietnamese syllable stays whole, since the endings would cut it too. */
export function stemOf(bareWord: string, syllables: SyllableTable): string {
  if (!CHANGED.test(bareWord)) return bareWord;
  let known = stems.get(syllables);
  if (!known) stems.set(syllables, (known = new Map()));
  let stem = known.get(bareWord);
  if (stem === undefined) {
    if (known.size >= MOST_KNOWN) known.clear();
    stem = ENGLISH.test(bareWord) && !syllables.has(bareWord) ? stemmer(bareWord) : bareWord;
    known.set(bareWord, stem);
  }
  return stem;
}
