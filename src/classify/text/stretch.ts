import { kindAt, LETTER } from './chars.js';
import { formOf } from './forms.js';
import type { Piece } from './pieces.js';

export const FEWEST_ODD = 6;
const MOST_SIGNS = 12;
const FRAGMENTS = 0.15;
// a text of which less is strange is read as it stands, unless so many letters in a row are
const STRANGE = 0.5;
const MANY_LETTERS = 40;

export interface Stretch {
  /** the pieces that it holds */
  first: number;
  last: number;
  from: number;
  to: number;
}

/** The stretch of a text of which most is strange; null where there is none. `strange` tells it of each piece. */
export function strangest(pieces: readonly Piece[], strange: Uint8Array, text: string): Stretch | null {
  const all = { first: 0, last: pieces.length - 1, from: 0, to: text.length };
  let letters = 0;
  let odd = 0;
  let marked = 0;
  let fragments = 0;
  let cuts = 0;
  let best = { sum: 0, first: 0, last: -1 };
  for (let i = 0, sum = 0, first = 0; i < pieces.length; i++) {
    const length = pieces[i].to - pieces[i].from;
    letters += length;
    if (strange[i]) {
      odd += length;
      if (length < 4) fragments += 1;
    } else if (formOf(pieces[i].word).exact !== pieces[i].word) marked += 1;
    if (i > 0 && isCut(text, pieces[i - 1].to, pieces[i].from)) cuts += 1;
    if (sum <= 0) [sum, first] = [0, i];
    sum += strange[i] ? length : length > 2 ? -length : 0;
    if (sum > best.sum) best = { sum, first, last: i };
  }
  if (letters * 2 < text.length - blanksIn(text)) return all;
  const vietnamese = marked * 3 > pieces.length;
  const most =
    odd >= FEWEST_ODD && (odd >= letters * (vietnamese ? STRANGE / 2 : STRANGE) || Math.max(fragments, cuts) >= pieces.length * FRAGMENTS);
  if (most ? !isApart(pieces, strange, best) : best.sum < MANY_LETTERS) return most ? all : null;
  const from = best.first === 0 ? 0 : pieces[best.first - 1].to;
  const to = best.last === pieces.length - 1 ? text.length : pieces[best.last + 1].from;
  return { first: best.first, last: best.last, from, to };
}
/** What is strange stands together, and beside it nearly nothing is. */
function isApart(
  pieces: readonly Piece[],
  strange: Uint8Array,
  { sum, first, last }: { sum: number; first: number; last: number },
): boolean {
  let letters = 0;
  let odd = 0;
  for (let i = 0; i < pieces.length; i++) {
    if (i >= first && i <= last) continue;
    letters += pieces[i].to - pieces[i].from;
    if (strange[i]) odd += pieces[i].to - pieces[i].from;
  }
  return sum >= MANY_LETTERS / 2 && letters >= MANY_LETTERS / 2 && odd < letters * FRAGMENTS;
}
/** Letters on both sides of signs. */
function isCut(text: string, from: number, to: number): boolean {
  if (to - from > MOST_SIGNS || kindAt(text, to) !== LETTER || kindAt(text, from - 1) !== LETTER) return false;
  for (let i = from; i < to; i++) if (text.charCodeAt(i) <= 0x20) return false;
  return true;
}
function blanksIn(text: string): number {
  let blanks = 0;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) <= 0x20) blanks += 1;
  return blanks;
}
