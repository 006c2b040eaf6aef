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
/** What two neighbours may be where a word begins, and where one ends. */
interface Pair {
  begins: string[];
  ends: string[];
}
const MOST_PAIRS = 20_000;
const pairs = new WeakMap<TextRules, Map<string, Pair>>();
function pairOf(first: string, second: string, rules: TextRules): Pair {
  let known = pairs.get(rules);
  if (!known) pairs.set(rules, (known = new Map()));
  const key = first + second;
  let pair = known.get(key);
  if (pair) return pair;
  const { begins, ends } = rules.spelling;
  const all = Array.from(lettersFor(first, rules) ?? '').flatMap((a) => Array.from(lettersFor(second, rules) ?? '', (b) => a + b));
  pair = { begins: all.filter((letters) => begins(bare(letters))), ends: all.filter((letters) => ends(bare(letters))) };
  if (known.size >= MOST_PAIRS) known.clear();
  known.set(key, pair);
  return pair;
}

/** Some of it may be other letters than those that stand there. */
export const hasLeet = (text: string, { leet }: TextRules): boolean => {
  for (let i = 0; i < text.length; i++) if (leet.letters.has(text[i])) return true;
  return false;
};
/** Where words may begin in a row of letters, digits and signs, and where they may end. */
export function wordEdges(text: string, rules: TextRules): { begins: Uint8Array; ends: Uint8Array } {
  const begins = new Uint8Array(text.length).fill(1);
  const ends = new Uint8Array(text.length + 1).fill(1);
  for (let i = 0; i + 1 < text.length; i++) {
    const pair = pairOf(text[i], text[i + 1], rules);
    begins[i] = Math.min(1, pair.begins.length);
    ends[i + 2] = Math.min(1, pair.ends.length);
  }
  return { begins, ends };
}

/** The words that digits and signs in the place of letters may write, likelier ones first; if `spelled` only those that look like words. */
export function* withLetters(word: string, rules: TextRules, spelled = true): Generator<string> {
  const letters = Array.from(word.replace(MARKS, ''));
  const parts: string[][] = [];
  let same = true;
  for (const c of letters) {
    const stands = lettersFor(c, rules);
    if (!stands) return;
    same &&= stands === c;
    parts.push(stands.length > 1 ? Array.from(stands) : [stands]);
  }
  if (same) return;
  if (spelled && parts.length >= PAIRED) {
    parts.splice(0, 2, pairOf(letters[0], letters[1], rules).begins);
    parts.splice(-2, 2, pairOf(letters.at(-2)!, letters.at(-1)!, rules).ends);
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
