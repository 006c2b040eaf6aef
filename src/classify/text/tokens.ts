import { fold, type Folded, type Homoglyphs } from './fold.js';
import { withoutSignedDays } from './signature.js';
import { bare, SyllableTable, toneLast, type Syllables } from './syllable.js';

/** A word with where it stands in the original; `exact` keeps the marks (tone last), `bare` has none. */
export interface Token {
  exact: string;
  bare: string;
  start: number;
  end: number;
  number: boolean;
  /** written with a capital where no sentence begins: a name, as far as its letters tell */
  name: boolean;
}
export type Repair = 'invisible-characters' | 'spaced-letters' | 'joined-words' | 'digits-for-letters';
export interface Tokens {
  tokens: Token[];
  repairs: Repair[];
  hasMarks: boolean;
}

export interface TextTable {
  homoglyphs: Record<string, string>;
  leet: Record<string, string>;
  same_words: Record<string, string>;
  syllables: Syllables;
  longest_text: number;
}
export interface TextRules {
  homoglyphs: Homoglyphs;
  leet: ReadonlyMap<string, string>;
  same: ReadonlyMap<string, string[]>;
  syllables: SyllableTable;
  longest: number;
}

export function textRules(table: TextTable): TextRules {
  return {
    homoglyphs: new Map(Object.entries(table.homoglyphs)),
    leet: new Map(Object.entries(table.leet)),
    syllables: new SyllableTable(table.syllables),
    longest: table.longest_text,
    same: new Map(
      Object.entries(table.same_words).map(([from, to]) => [
        from.normalize('NFC').toLowerCase(),
        to.normalize('NFC').toLowerCase().split(' '),
      ]),
    ),
  };
}

const LINK = /(?:https?:\/\/|www\.|pic\.twitter\.com\/)\S*/g;
const WORD = /(?:\p{N}+(?:[.,]\p{N}{3})+(?![\p{L}\p{N}]))|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[@$'’][\p{L}\p{N}]+)*/gu;
const MIXED = /[\d@$](?=.*\p{L})|\p{L}.*[\d@$]/u;
const DIGITS = /^\d+$/;
// a longer run of letters is no word, nor is what lies hidden in one
const LONGEST_WORD = 64;
const LETTER = /^\p{Script=Latin}$/u;
const UPPER = /^\p{Lu}/u;
const LOWER = /^\p{Ll}/u;
const BEGINS = /[.!?…:"“]/;

const forms = new Map<string, { exact: string; bare: string }>();
function formsOf(word: string): { exact: string; bare: string } {
  let known = forms.get(word);
  if (!known) {
    if (forms.size > 100_000) forms.clear();
    known = { exact: toneLast(word), bare: bare(word) };
    forms.set(word, known);
  }
  return known;
}

/** Cuts a text into words, mending what hides them: joined and spaced words, digits in the place of letters, links left out. */
export function tokenise(original: string, rules: TextRules, known: (bareWord: string) => boolean = () => false): Tokens {
  const folded = fold(withoutSignedDays(original.slice(0, rules.longest)), rules.homoglyphs);
  const text = folded.text.replace(LINK, (link) => ' '.repeat(link.length));
  const repairs = new Set<Repair>(folded.disguised ? ['invisible-characters'] : []);
  const tokens: Token[] = [];
  const understood = (word: string) => known(word) || rules.syllables.has(word);
  const add = (word: string, from: number, to: number) =>
    tokens.push({ ...formsOf(word), start: folded.starts[from], end: folded.ends[to - 1], number: DIGITS.test(word), name: false });

  const place = (word: string, from: number, to: number): void => {
    const same = rules.same.get(word);
    if (same) {
      for (const w of same) add(w, from, to);
      return;
    }
    if (DIGITS.test(word)) {
      add(word, from, to);
      return;
    }
    if (/^[\d.,]+$/.test(word)) {
      add(word.replace(/[.,]/g, ''), from, to);
      return;
    }
    const { bare: plain } = formsOf(word);
    if (!understood(plain)) {
      if (MIXED.test(word)) {
        const mended = [...word].map((c) => rules.leet.get(c) ?? c).join('');
        if (mended !== word && (understood(bare(mended)) || rules.syllables.split(bare(mended), known))) {
          repairs.add('digits-for-letters');
          place(mended, from, to);
          return;
        }
      }
      const pieces = rules.syllables.split(plain, known, /[#@]/.test(text[from - 1] ?? ''));
      if (pieces && [...plain].length === [...word].length) {
        repairs.add('joined-words');
        let at = 0;
        for (const piece of pieces) {
          const end = at + piece.length;
          place(word.slice(at, end), Math.min(to - 1, from + at), Math.min(to, from + end));
          at = end;
        }
        return;
      }
    }
    add(word, from, to);
  };

  const words = [...text.matchAll(WORD)]
    .filter((m) => m[0].length <= LONGEST_WORD)
    .flatMap((m) => capitalParts(m[0], m.index, folded, original))
    .map(({ word, from, to }) => ({ word: word.replace(/['’]s?$|['’]/g, ''), from, to }));
  for (let i = 0; i < words.length; i++) {
    const run = spacedRun(words, i);
    if (run > 0) {
      repairs.add('spaced-letters');
      const letters = words.slice(i, i + run);
      const word = letters.map((w) => w.word).join('');
      const pieces = (bare(word).length === word.length && rules.syllables.split(bare(word), known)) || [word];
      let at = 0;
      for (const piece of pieces) {
        const end = at + piece.length;
        place(word.slice(at, end), letters[at].from, letters[end - 1].to);
        at = end;
      }
      i += run - 1;
    } else place(words[i].word, words[i].from, words[i].to);
  }
  markNames(tokens, original);
  return { tokens, repairs: [...repairs], hasMarks: manyMarked(tokens) };
}

/** A hashtag or handle falls into words where capitals begin them: #DefundTheCBC. */
function capitalParts(word: string, from: number, folded: Folded, original: string): { word: string; from: number; to: number }[] {
  const to = from + word.length;
  if (!/[#@]/.test(folded.text[from - 1] ?? '')) return [{ word, from, to }];
  const written = Array.from(word, (_, i) => original[folded.starts[from + i]]);
  const begins = [0];
  for (let i = 1; i < written.length; i++)
    if (UPPER.test(written[i]) && (!UPPER.test(written[i - 1]) || LOWER.test(written[i + 1] ?? ''))) begins.push(i);
  return begins.map((at, i) => ({ word: word.slice(at, begins[i + 1]), from: from + at, to: from + (begins[i + 1] ?? word.length) }));
}

function markNames(tokens: Token[], original: string): void {
  const lines = lineOf(tokens, original);
  const capital = tokens.map((t) => UPPER.test(original[t.start]));
  const many = new Map<number, number>();
  lines.forEach((line, i) => many.set(line, (many.get(line) ?? 0) + (capital[i] ? 1 : -1)));
  tokens.forEach((t, i) => {
    // a line in capitals, or a headline where each word begins with one, names nobody by them
    t.name =
      capital[i] && many.get(lines[i])! <= 0 && lines[i - 1] === lines[i] && !BEGINS.test(original.slice(tokens[i - 1].end, t.start));
  });
}
function lineOf(tokens: Token[], original: string): number[] {
  let line = 0;
  return tokens.map((t, i) => (i > 0 && original.slice(tokens[i - 1].end, t.start).includes('\n') ? (line += 1) : line));
}

/** How many single letters follow each other from here; fewer than four are no hidden word. */
function spacedRun(words: { word: string; from: number; to: number }[], at: number): number {
  let n = 0;
  while (
    at + n < words.length &&
    n < LONGEST_WORD &&
    words[at + n].word.length === 1 &&
    LETTER.test(words[at + n].word) &&
    (n === 0 || words[at + n].from - words[at + n - 1].to <= 3)
  )
    n++;
  return n >= 4 ? n : 0;
}
function manyMarked(tokens: Token[]): boolean {
  const letters = tokens.filter((t) => !t.number);
  return letters.filter((t) => t.exact !== t.bare).length * 4 >= letters.length;
}
