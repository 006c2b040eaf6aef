import type { TextRules } from './rules.js';

const MOST_READINGS = 64;
const LETTER = /\p{L}/u;
/** A number with its unit, a letter with its number, a time: 200m, 5k, T4, 11h40. */
const MEASURE = /^\d+(?:[.,]\d+)*\p{L}{1,2}$|^\p{L}{1,2}\d+$|^\d+h\d+$/u;

export const isMeasure = (word: string): boolean => MEASURE.test(word);
const MARKS = /\p{M}/gu;
/** The words that digits and signs in the place of letters may write, likelier ones first. */
export function* withLetters(word: string, { leet }: TextRules): Generator<string> {
  if (!LETTER.test(word)) return;
  const options: string[] = [];
  let many = 1;
  for (const c of word.replace(MARKS, '')) {
    const stands = LETTER.test(c) ? c : leet.letters.get(c);
    if (!stands) return;
    options.push(stands);
    many *= stands.length;
  }
  if (many === 1 && options.join('') === word) return;
  for (let n = 0; n < Math.min(many, MOST_READINGS); n++) {
    let rest = n;
    let out = '';
    for (const stands of options) {
      out += stands[rest % stands.length];
      rest = Math.floor(rest / stands.length);
    }
    yield out;
  }
}
