import { APART, isWide, kindAt, MARK } from './chars.js';
import { bare } from './syllable.js';
import type { Written } from './written.js';

/** The letters of a stretch in a row; `gaps` says what stands before each: nothing, a sign, a blank, or more. */
export interface Row {
  text: string;
  bare: string;
  gaps: Uint8Array;
  at: Int32Array;
}
export const NONE = 0;
export const SIGN = 1;
export const BLANK = 2;
export const WIDE = 3;

const plainLetters = new Map<string, string>();
function bareLetter(letter: string): string {
  if (letter < '\u0080') return letter;
  let plain = plainLetters.get(letter);
  if (plain === undefined) {
    plain = bare(letter);
    if (plain.length !== 1) plain = letter;
    plainLetters.set(letter, plain);
  }
  return plain;
}

/** `signs` are letters here: each, or where they stand beside letters. */
export function rowOf({ text }: Written, signs: string, each = false): Row {
  const at = new Int32Array(text.length);
  const gaps = new Uint8Array(text.length);
  let letters = '';
  let plain = '';
  let n = 0;
  let blanks = 0;
  let others = 0;
  let hyphen = false;
  for (let i = 0; i < text.length; i++) {
    const kind = kindAt(text, i);
    const wide = isWide(text, i);
    if (kind === MARK) continue;
    if (kind === APART || wide) {
      const isLetter = signs !== '' && !wide && signs.includes(text[i]) && (each || besides(text, i, signs));
      if (!isLetter) {
        if (/\s/.test(text[i])) blanks += 1;
        else {
          hyphen = others === 0 && text[i] === '-' && text[i + 1] === '\n';
          others += 1;
        }
        if (wide) i += 1;
        continue;
      }
    }
    gaps[n] = blanks === 0 ? (others === 0 ? NONE : SIGN) : hyphen ? SIGN : blanks === 1 && others === 0 ? BLANK : WIDE;
    at[n++] = i;
    letters += text[i];
    plain += bareLetter(text[i]);
    blanks = others = 0;
    hyphen = false;
  }
  return { text: letters, bare: plain, gaps: gaps.subarray(0, n), at: at.subarray(0, n) };
}
const besides = (text: string, i: number, signs: string): boolean => {
  const near = (j: number) => j >= 0 && j < text.length && (kindAt(text, j) !== APART || (j < i && signs.includes(text[j])));
  return near(i - 1) || near(i + 1);
};
