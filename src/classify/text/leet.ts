import type { TextRules } from './rules.js';
import { bare } from './syllable.js';

const MOST_READINGS = 64;
const LETTER = /\p{L}/u;
/** A number with its unit, a letter with its number, a time: 200m, 5k, T4, 11h40. */
const MEASURE = /^\d+(?:[.,]\d+)*\p{L}{1,2}$|^\p{L}{1,2}\d+$|^\d+h\d+$/u;

export const isMeasure = (word: string): boolean => MEASURE.test(word);
const MARKS = /\p{M}/gu;
const PAIRED = 4;

/** The letters that a letter, digit or sign may be; undefined for what is none. */
const lettersFor = (c: string, { leet }: TextRules): string | undefined => leet.letters.get(c) ?? (LETTER.test(c) ? c : undefined);
const pairs = (first: string, second: string): string[] => Array.from(first).flatMap((a) => Array.from(second, (b) => a + b));

/** Where words may begin in a row of letters, digits and signs, and where they may end. */
export function wordEdges(text: string, rules: TextRules): { begins: Uint8Array; ends: Uint8Array } {
  const begins = new Uint8Array(text.length).fill(1);
  const ends = new Uint8Array(text.length + 1).fill(1);
  const { spelling } = rules;
  for (let i = 0; i + 1 < text.length; i++) {
    const both = pairs(bare(lettersFor(text[i], rules) ?? ''), bare(lettersFor(text[i + 1], rules) ?? ''));
    begins[i] = both.some(spelling.begins) ? 1 : 0;
    ends[i + 2] = both.some(spelling.ends) ? 1 : 0;
  }
  return { begins, ends };
}

/** The words that digits and signs in the place of letters may write, likelier ones first; if `spelled` only those that look like words. */
export function* withLetters(word: string, rules: TextRules, spelled = true): Generator<string> {
  const options: string[] = [];
  for (const c of word.replace(MARKS, '')) {
    const stands = lettersFor(c, rules);
    if (!stands) return;
    options.push(stands);
  }
  if (options.join('') === word) return;
  const parts = options.map((stands) => Array.from(stands));
  if (spelled && parts.length >= PAIRED) {
    const { begins, ends } = rules.spelling;
    parts.splice(0, 2, pairs(options[0], options[1]).filter((pair) => begins(bare(pair))));
    parts.splice(-2, 2, pairs(options.at(-2)!, options.at(-1)!).filter((pair) => ends(bare(pair))));
  }
  const many = parts.reduce((product, { length }) => product * length, 1);
  for (let n = 0; n < Math.min(many, MOST_READINGS); n++) {
    let rest = n;
    let out = '';
    for (const stands of parts) {
      out += stands[rest % stands.length];
      rest = Math.floor(rest / stands.length);
    }
    yield out;
  }
}

const MIXED = /\d/;
const OTHERWISE = 0.4;
/** Of a text's words so many hold a digit or sign beside letters that its numbers may be words, too. */
export function isMostlyLeet(text: string, { leet }: TextRules): boolean {
  const words = text.split(/\s+/).filter((word) => LETTER.test(word));
  const mixed = words.filter((word) => Array.from(word.replace(/[.,;:!?]+$/, '')).some((c) => MIXED.test(c) || leet.letters.has(c)));
  return mixed.length > words.length * OTHERWISE;
}
