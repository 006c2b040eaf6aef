import type { Piece } from './pieces.js';
import { readFreely, readPlainly } from './lattice.js';
import { PLAIN, type Reader } from './reader.js';
import type { Repair } from './tokens.js';
import { placed, type Unravelled } from './unravel.js';
import { stretchOf, type Written } from './written.js';

const FEWEST_LETTERS = 4;
// p.m. and e-mail are nothing strange
const FEWEST_SINGLE = 3;
const MOST_LETTERS = 64;
const WIDEST_GAP = 3;
const MOST_PIECES = 12;
const LETTER = /^\p{Script=Latin}$/u;
const CUT = /^(?:[^\s\p{L}\p{N}]{1,12}|-[^\S\n]*\n[^\S\n]*)$/u;

/** Words of which letters stand apart, from this piece on; null where none does, no words where up to `last` nothing came out. */
export function apartFrom(
  pieces: readonly Piece[],
  strange: Uint8Array,
  at: number,
  folded: Written,
  reader: Reader,
): { words: Unravelled[] | null; repairs: Repair[]; last: number } | null {
  if (!reader.has('apart') || reader.exhausted) return null;
  const letters = singleLetters(pieces, at);
  const last = letters > 0 ? at + letters - 1 : lastOfCut(pieces, strange, at, folded.text);
  if (last <= at) return null;
  const stretch = stretchOf(folded, pieces[at].from, pieces[last].to);
  const reading = readFreely(stretch, reader, PLAIN);
  if (letters === 0 && (reading.understood < reading.letters || reading.cost >= readPlainly(stretch, reader, PLAIN).cost))
    return { words: null, repairs: [], last };
  const repairs = new Set<Repair>();
  if (reading.understood * 2 < reading.letters) {
    const word = pieces
      .slice(at, last + 1)
      .map((p) => p.word)
      .join('');
    return { words: [{ word, start: stretch.starts[0], end: stretch.ends[stretch.text.length - 1] }], repairs: ['spaced-letters'], last };
  }
  return { words: reading.words.map((word) => placed(word, stretch, reader, repairs)), repairs: [...repairs], last };
}

/** How many single letters follow each other from here; fewer than four are no hidden word. */
function singleLetters(pieces: readonly Piece[], at: number): number {
  let n = 0;
  while (
    at + n < pieces.length &&
    n < MOST_LETTERS &&
    pieces[at + n].word.length === 1 &&
    LETTER.test(pieces[at + n].word) &&
    (n === 0 || pieces[at + n].from - pieces[at + n - 1].to <= WIDEST_GAP)
  )
    n++;
  return n >= FEWEST_LETTERS ? n : 0;
}
/** The last of the pieces that signs cut out of one another, if one of them is strange: v.ắ.c, ch*ủng. */
function lastOfCut(pieces: readonly Piece[], strange: Uint8Array, at: number, text: string): number {
  let last = at;
  let odd = 0;
  const weigh = (i: number) => {
    if (strange[i]) odd += pieces[i].word.length > 1 ? FEWEST_SINGLE : 1;
  };
  weigh(at);
  while (last + 1 < pieces.length && last - at < MOST_PIECES && CUT.test(text.slice(pieces[last].to, pieces[last + 1].from))) {
    last += 1;
    weigh(last);
  }
  return odd >= FEWEST_SINGLE ? last : at;
}
