import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { stemmer } from 'stemmer';
import { stemOf } from './stem.js';
import { SyllableTable } from './syllable.js';

const none = new SyllableTable({ onsets: [], rimes: [] });
const parts =
  'ational tional enci anci izer bli alli entli eli ousli ization ator alism iveness fulness ousness aliti logi icate ative alize iciti ical ful ness ance ence able ible ant ement ment ent sion ou ism iti ous ive ize ll sses ies eed ing ed at bl iz y s e a b g p st tr ov or ee';

test('a word whose end no rule changes is its own stem, and every other is cut by the rules of Porter', () => {
  const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz');
  const word = fc.array(fc.oneof(letter, fc.constantFrom(...parts.split(' '))), { minLength: 4, maxLength: 7 }).map((p) => p.join(''));
  fc.assert(
    fc.property(word, (w) => expect(stemOf(w, none)).toBe(stemmer(w))),
    { numRuns: 2000 },
  );
});
