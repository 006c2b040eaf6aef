import { fold, type Homoglyphs } from './fold.js';
import { formOf } from './forms.js';
import { markNames } from './names.js';
import { LONGEST_WORD, piecesOf, withoutLinks, type Piece } from './pieces.js';
import { withoutSignedDays } from './signature.js';
import { bare, SyllableTable, type Syllables } from './syllable.js';

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

const LETTER = /^\p{Script=Latin}$/u;

/** Cuts a text into words, mending what hides them: joined and spaced words, digits in the place of letters, links left out. */
export function tokenise(original: string, rules: TextRules, known: (bareWord: string) => boolean = () => false): Tokens {
  const written = withoutSignedDays(original.slice(0, rules.longest));
  const folded = fold(written, rules.homoglyphs);
  const { starts, ends } = folded;
  const text = withoutLinks(folded.text);
  const repairs = new Set<Repair>(folded.disguised ? ['invisible-characters'] : []);
  const tokens: Token[] = [];
  let letters = 0;
  let marked = 0;
  const understood = (word: string) => rules.syllables.has(word) || known(word);
  const add = (word: string, from: number, to: number) => {
    const { exact, bare: plain, number } = formOf(word);
    if (!number) {
      letters += 1;
      if (exact !== plain) marked += 1;
    }
    tokens.push({ exact, bare: plain, start: starts[from], end: ends[to - 1], number, name: false });
  };

  const place = (word: string, from: number, to: number): void => {
    const same = rules.same.get(word);
    if (same) {
      for (const w of same) add(w, from, to);
      return;
    }
    const form = formOf(word);
    if (form.grouped) {
      add(word.replace(/[.,]/g, ''), from, to);
      return;
    }
    if (!form.number && !understood(form.bare)) {
      if (form.mixed) {
        const mended = [...word].map((c) => rules.leet.get(c) ?? c).join('');
        if (mended !== word && (understood(bare(mended)) || rules.syllables.split(bare(mended), known))) {
          repairs.add('digits-for-letters');
          place(mended, from, to);
          return;
        }
      }
      const pieces = rules.syllables.split(form.bare, known, /[#@]/.test(text[from - 1] ?? ''));
      if (pieces && [...form.bare].length === [...word].length) {
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

  const words = piecesOf(folded, text, written);
  for (let i = 0; i < words.length; i++) {
    const run = spacedRun(words, i);
    if (run > 0) {
      repairs.add('spaced-letters');
      const single = words.slice(i, i + run);
      const word = single.map((w) => w.word).join('');
      const pieces = (bare(word).length === word.length && rules.syllables.split(bare(word), known)) || [word];
      let at = 0;
      for (const piece of pieces) {
        const end = at + piece.length;
        place(word.slice(at, end), single[at].from, single[end - 1].to);
        at = end;
      }
      i += run - 1;
    } else place(words[i].word, words[i].from, words[i].to);
  }
  markNames(tokens, original);
  return { tokens, repairs: [...repairs], hasMarks: marked * 4 >= letters };
}

/** How many single letters follow each other from here; fewer than four are no hidden word. */
function spacedRun(words: Piece[], at: number): number {
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
