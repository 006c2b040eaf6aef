import { apartFrom } from './apart.js';
import { readWrongCoding } from './coding.js';
import { readEntities } from './entities.js';
import { readEscapes } from './escapes.js';
import { fold, type Folded } from './fold.js';
import { formOf } from './forms.js';
import { mend } from './mend.js';
import { markNames } from './names.js';
import { readPacked } from './packed.js';
import { piecesOf, withoutLinks, type Piece } from './pieces.js';
import { Reader } from './reader.js';
import type { TextRules } from './rules.js';
import { withoutSignedDays } from './signature.js';
import { strangest } from './stretch.js';
import { withoutTags } from './tags.js';
import { slipsOf, unravelled, type Unravelled } from './unravel.js';
import { asWritten, type Written } from './written.js';

export { textRules, type DisguiseTable, type TextRules, type TextTable } from './rules.js';

/**
 * A word with where it stands in the original; `exact` keeps the marks (tone last), `bare` has none. Words come in the order
 * in which they are read: where it was written backwards each stands before the last one.
 */
export interface Token {
  exact: string;
  bare: string;
  start: number;
  end: number;
  number: boolean;
  /** written with a capital where no sentence begins: a name, as far as its letters tell */
  name: boolean;
}
/** What was undone; the glossary has the words for it. */
export const REPAIRS = [
  'invisible-characters',
  'encoded-letters',
  'look-alike-letters',
  'upside-down',
  'backwards',
  'exchanged-letters',
  'keys-of-marks',
  'spaced-letters',
  'digits-for-letters',
  'stretched-words',
  'chat-spellings',
  'mistyped-words',
  'joined-words',
] as const;
export type Repair = (typeof REPAIRS)[number];
export interface Tokens {
  tokens: Token[];
  repairs: Repair[];
  hasMarks: boolean;
}

/** Words as they are found, with what was undone on the way. */
export class Found {
  readonly tokens: Token[] = [];
  readonly repairs = new Set<Repair>();
  private letters = 0;
  private marked = 0;

  add(word: string, start: number, end: number): void {
    const { exact, bare, number } = formOf(word);
    if (!number) {
      this.letters += 1;
      if (exact !== bare) this.marked += 1;
    }
    this.tokens.push({ exact, bare, start, end, number, name: false });
  }
  get hasMarks(): boolean {
    return this.marked * 4 >= this.letters;
  }
}

/** Cuts a text into words and mends what hides them; `known` are words of claims. Links are left out. */
export function tokenise(original: string, rules: TextRules, known: (bareWord: string) => boolean = () => false): Tokens {
  const unsigned = withoutSignedDays(original.slice(0, rules.longest));
  const found = new Found();
  const written = decoded(asWritten(unsigned), rules, found);
  const folded = foldAll(written, rules, found);
  if (folded.disguised) found.repairs.add('invisible-characters');
  const text = withoutLinks(folded.text);
  const pieces = piecesOf(folded, text, original);
  const reader = new Reader(rules, known);
  const strange = new Uint8Array(pieces.length);
  let odd = 0;
  let read = 0;
  for (let i = 0; i < pieces.length; i++) {
    read += pieces[i].to - pieces[i].from;
    if (isStrange(pieces[i].word, reader)) odd += strange[i] = 1;
  }
  if (odd > 0 || read * 2 < text.length) mendAll({ ...folded, text }, pieces, strange, reader, found);
  else for (const piece of pieces) mend(piece, folded, reader, found, false);
  markNames(found.tokens, original);
  return { tokens: found.tokens, repairs: [...found.repairs], hasMarks: found.hasMarks };
}

/** A code may itself be written in other letters. */
function foldAll(written: Written, rules: TextRules, found: Found): Folded {
  const folded = fold(written, rules.homoglyphs);
  if (!folded.disguised || !/[&%\\<]/.test(folded.text)) return folded;
  const again = decoded(folded, rules, found);
  return again === folded ? folded : { ...fold(again, rules.homoglyphs), disguised: true };
}
function decoded(text: Written, { steps, entities }: TextRules, found: Found): Written {
  let written = text;
  if (steps.has('codes')) written = readPacked(readWrongCoding(readEscapes(readEntities(written, entities))));
  if (written !== text) found.repairs.add('encoded-letters');
  return steps.has('tags') ? withoutTags(written) : written;
}

/** Nobody understands the word as it stands; single letters are as good as none. */
function isStrange(word: string, reader: Reader): boolean {
  const { bare, number, grouped } = formOf(word);
  if (word.length === 1) return !number;
  return !number && !grouped && !reader.understood(bare) && !reader.rules.same.has(word);
}

function mendAll(folded: Written, pieces: Piece[], strange: Uint8Array, reader: Reader, found: Found): void {
  const stretch = strangest(pieces, strange, folded.text);
  const hidden = stretch && unravelled(folded, stretch, reader);
  const one = (from: number, to: number) => {
    let tried = -1;
    for (let i = from; i < to; i++) {
      const run = i > tried ? apartFrom(pieces, strange, i, folded, reader) : null;
      if (run?.words) {
        put(run.words, run.repairs);
        i = run.last;
        continue;
      }
      if (run) tried = run.last;
      mend(pieces[i], folded, reader, found, strange[i] === 1);
    }
  };
  const put = (words: Unravelled[], repairs: Repair[]) => {
    for (const repair of repairs) found.repairs.add(repair);
    for (const { word, start, end } of words) for (const same of reader.rules.same.get(word) ?? [word]) found.add(same, start, end);
  };
  if (!hidden) {
    const slips = stretch && slipsOf(pieces, strange, reader);
    if (!slips) return one(0, pieces.length);
    found.repairs.add('mistyped-words');
    for (const piece of pieces) mend({ ...piece, word: slips.get(piece) ?? piece.word }, folded, reader, found);
    return;
  }
  one(0, stretch.first);
  put(hidden.words, hidden.repairs);
  let rest = stretch.first;
  while (rest < pieces.length && pieces[rest].from < hidden.end) rest++;
  one(rest, pieces.length);
}
