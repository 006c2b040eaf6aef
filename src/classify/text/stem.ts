import { stemmer } from 'stemmer';
import type { SyllableTable } from './syllable.js';

const ENGLISH = /^[a-z]{4,}$/;

/** Porter's stem of an English word; what may be a Vietnamese syllable stays whole, since the endings would cut it too. */
export function stemOf(bareWord: string, syllables: SyllableTable): string {
  return ENGLISH.test(bareWord) && !syllables.has(bareWord) ? stemmer(bareWord) : bareWord;
}
