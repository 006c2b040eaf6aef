import { formOf } from './forms.js';
import { isMeasure, withLetters } from './leet.js';
import type { Piece } from './pieces.js';
import type { Reader } from './reader.js';
import { withoutStretch } from './repeats.js';
import { bare } from './syllable.js';
import type { Found } from './tokens.js';
import type { Written } from './written.js';

/** Puts down the word that a piece is, or those that hide in it. */
export function mend({ word, from, to }: Piece, folded: Written, reader: Reader, found: Found, strange = true): void {
  const { starts, ends, text } = folded;
  const { rules } = reader;
  const add = (w: string, at: number, end: number) => found.add(w, starts[at], ends[end - 1]);
  const same = rules.same.get(word);
  if (same) {
    for (const w of same) add(w, from, to);
    return;
  }
  const form = formOf(word);
  if (form.grouped) return add(word.replace(/[.,]/g, ''), from, to);
  if (!strange || form.number || reader.isSyllable(form.bare) || reader.isKnown(form.bare)) return add(word, from, to);
  if (form.mixed && reader.has('leet') && !isMeasure(word))
    for (const letters of withLetters(word, rules)) {
      if (!reader.understood(bare(letters)) && !reader.split(bare(letters))) continue;
      found.repairs.add('digits-for-letters');
      return mend({ word: letters, from, to }, folded, reader, found);
    }
  if (reader.has('repeats'))
    for (const short of withoutStretch(word)) {
      if (!reader.understood(bare(short))) continue;
      found.repairs.add('stretched-words');
      return mend({ word: short, from, to }, folded, reader, found);
    }
  const pieces = reader.split(form.bare, /[#@]/.test(text[from - 1] ?? ''));
  if (!pieces || form.bare.length !== word.length) return add(word, from, to);
  found.repairs.add('joined-words');
  let at = 0;
  for (const piece of pieces) {
    const end = at + piece.length;
    mend({ word: word.slice(at, end), from: Math.min(to - 1, from + at), to: Math.min(to, from + end) }, folded, reader, found);
    at = end;
  }
}
