import { APART, DIGIT, isLower, isUpper, isWide, kindAt, LETTER, MARK } from './chars.js';
import type { Written } from './written.js';

/** A word as it stands in the folded text, before anything is mended. */
export interface Piece {
  word: string;
  from: number;
  to: number;
}

// a longer run of letters is no word
export const LONGEST_WORD = 64;
const LINK = /(?:https?:\/\/|www\.|pic\.twitter\.com\/)\S*/g;
const isBinder = (unit: number) => unit === 0x40 || unit === 0x24 || unit === 0x27 || unit === 0x2019; // @ $ ' ’
const isTag = (unit: number) => unit === 0x23 || unit === 0x40; // # @

/** The folded text with blanks in the place of links. */
export function withoutLinks(text: string): string {
  return text.includes('://') || text.includes('www.') || text.includes('pic.twitter')
    ? text.replace(LINK, (link) => ' '.repeat(link.length))
    : text;
}

const isWordly = (text: string, i: number): boolean => {
  if (i >= text.length) return false;
  const kind = kindAt(text, i);
  return kind === LETTER || kind === DIGIT;
};
const after = (text: string, i: number): number => i + (isWide(text, i) ? 2 : 1);

/** Where a number ends whose digits are set in threes by points or commas; 0 where none stands. */
function groupedEnd(text: string, from: number): number {
  let i = from;
  while (i < text.length && kindAt(text, i) === DIGIT) i = after(text, i);
  let end = 0;
  for (;;) {
    const unit = text.charCodeAt(i);
    if (unit !== 0x2e && unit !== 0x2c) return end;
    i += 1;
    for (let n = 0; n < 3; n++) {
      if (i >= text.length || kindAt(text, i) !== DIGIT) return end;
      i = after(text, i);
    }
    if (!isWordly(text, i)) end = i;
  }
}
/** Where a word ends: letters, digits and marks; behind @ $ ' between letters more of them. */
function wordEnd(text: string, from: number): number {
  let i = from;
  while (i < text.length && kindAt(text, i) !== APART) i = after(text, i);
  while (isBinder(text.charCodeAt(i)) && isWordly(text, i + 1)) {
    i += 1;
    while (isWordly(text, i)) i = after(text, i);
  }
  return i;
}

/** The words of a folded text, in order; those of a hashtag apart. `original` is what was folded. */
export function piecesOf({ starts }: Written, text: string, original: string): Piece[] {
  const pieces: Piece[] = [];
  for (let i = 0; i < text.length;) {
    const kind = kindAt(text, i);
    if (kind === APART || kind === MARK) {
      i = after(text, i);
      continue;
    }
    const end = (kind === DIGIT && groupedEnd(text, i)) || wordEnd(text, i);
    if (end - i <= LONGEST_WORD) {
      if (i > 0 && isTag(text.charCodeAt(i - 1))) capitalParts(text, i, end, starts, original, pieces);
      else pieces.push({ word: plain(text.slice(i, end)), from: i, to: end });
    }
    i = end;
  }
  return pieces;
}
/** Without an apostrophe, and what stands behind the last one if it is an s. */
const plain = (word: string): string => (word.includes("'") || word.includes('’') ? word.replace(/['’]s?$|['’]/g, '') : word);

/** A hashtag or handle falls into words where capitals begin them: #DefundTheCBC. */
function capitalParts(text: string, from: number, to: number, starts: Int32Array, original: string, pieces: Piece[]): void {
  const unitAt = (i: number) => (i < to ? original.charCodeAt(starts[i]) : 0);
  let begin = from;
  for (let i = from + 1; i <= to; i++)
    if (i === to || (isUpper(unitAt(i)) && (!isUpper(unitAt(i - 1)) || isLower(unitAt(i + 1))))) {
      pieces.push({ word: plain(text.slice(begin, i)), from: begin, to: i });
      begin = i;
    }
}
