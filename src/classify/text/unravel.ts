import { APART, kindAt } from './chars.js';
import { drawnIn } from './drawn.js';
import { bare } from './syllable.js';
import { guesses, type Guess } from './guesses.js';
import { readBelow, readFreely, readPlainly, type Reading, type ReadWord } from './lattice.js';
import type { Piece } from './pieces.js';
import { UNTOUCHED, type Mode, type Reader } from './reader.js';
import { meantBy } from './slips.js';
import { FEWEST_ODD, type Stretch } from './stretch.js';
import type { Repair } from './tokens.js';
import { stretchOf, type Written } from './written.js';

const FEWEST_SLIPS = 4;
const MOST_SLIPS = 60;
const SAMPLE = 72;
// what is longer is read up to here, and stands as it is written behind
const MOST_LETTERS = 3000;
const SURE = 0.55;
// the same where claims have nearly all of it
const CLAIMED = { cost: 0.68, letters: 0.6 };
const BETTER = 0.7;
// digits and signs for letters cost more, and must be understood to the last one
const WHOLE = 0.8;
// rare words beside everyday ones are soon cut into others
const PART = 0.55;
const MOSTLY = 0.7;
const CREDIBLE = 0.9;
// letters of words of claims that come out
const GAIN = 0.3;
const MISSED = 1.5;
// fewer kinds of signs may as well part letters
const VARIOUS = 4;
// letters of a word where blanks part words; and how much less a reading must cost to be looked into
const WORDS = { from: 2.2, to: 9 };
const WORTH = 0.95;

/** A word of the original, with what was undone to read it. */
export interface Unravelled {
  word: string;
  start: number;
  end: number;
}
/** The words that a strange stretch is understood by; null where it is understood by none. */
export function unravelled(
  whole: Written,
  { from, to }: Stretch,
  reader: Reader,
): { words: Unravelled[]; repairs: Repair[]; end: number } | null {
  const isPart = to - from < whole.text.length;
  const end = Math.min(to, from + MOST_LETTERS);
  const sample = stretchOf(whole, from, sampleEnd(whole.text, from, end));
  const plain = readPlainly(sample, reader, UNTOUCHED);
  const missed = (text: string, mode: Mode) => signsOf(text, mode, reader) * MISSED;
  const most = plain.cost + missed(sample.text, UNTOUCHED);
  const hasWords = plain.chunk > WORDS.from && plain.chunk < WORDS.to;
  let best: { guess: Guess; reading: Reading; cost: number } | null = null;
  for (const guess of guesses(sample, reader)) {
    if (reader.isLow) break;
    const { changed } = guess;
    if (guess.blind && hasWords && readPlainly(changed, reader, guess.mode).cost > plain.cost * WORTH) continue;
    const more = missed(changed.text, guess.mode);
    const reading = readBelow(
      Math.min(most * (isLeet(guess) ? WHOLE : isPart && isPlain(guess) ? PART : BETTER), best?.cost ?? Infinity) - more,
      changed,
      reader,
      guess.mode,
    );
    if (reading === null) continue;
    const cost = reading.cost + more;
    if (cost > most * BETTER && !isWhole(reading)) continue;
    best = { guess, reading, cost };
    if (cost < reading.letters * SURE || (isWhole(reading) && cost < reading.letters * CLAIMED.cost)) break;
  }
  if (!best || !isCredible(best.reading, plain.claimed)) return null;
  const stretch = best.guess.change(stretchOf(whole, from, end));
  const { words } = readFreely(stretch, reader, best.guess.mode);
  const repairs = new Set<Repair>(best.guess.repair ? [best.guess.repair] : []);
  return { words: words.map((word) => placed(word, stretch, reader, repairs)), repairs: [...repairs], end };
}
/** Signs that look like letters, or draw them, and are not taken for any; where they are many, also those of the keyboard. */
function signsOf(text: string, { signs }: Mode, { rules }: Reader): number {
  let missed = 0;
  const seen = new Set<string>();
  let typed = 0;
  for (let i = 0; i < text.length; i++) {
    if (kindAt(text, i) !== APART) continue;
    if (text.charCodeAt(i) > 0x7f && rules.looks.likeness.has(text[i])) missed += 1;
    else if (rules.leet.letters.has(text[i]) && text.charCodeAt(i + 1) > 0x20) {
      seen.add(text[i]);
      if (!signs.includes(text[i])) typed += 1;
    }
  }
  return missed + drawnIn(text, rules).length + (seen.size >= VARIOUS ? typed : 0);
}
const isLeet = ({ mode }: Guess): boolean => mode.leet === 'most' || (mode.signs !== '' && mode.keyboard === null);
const isPlain = ({ repair, mode }: Guess): boolean => repair === null && mode.keyboard === null && !mode.chat;
const isWhole = ({ letters, understood, claimed }: Reading): boolean => understood === letters && claimed >= letters * CLAIMED.letters;
const isCredible = ({ cost, letters, understood, claimed }: Reading, before: number): boolean =>
  understood >= letters * MOSTLY && cost <= letters * CREDIBLE && claimed - before >= Math.max(FEWEST_ODD, letters * GAIN);
function sampleEnd(text: string, from: number, to: number): number {
  if (to - from <= SAMPLE) return to;
  for (let at = from + SAMPLE; at < Math.min(to, from + SAMPLE * 1.5); at++) if (text.charCodeAt(at) <= 0x20) return at;
  return from + SAMPLE;
}

export function placed(
  { word, from, to, hows, understood }: ReadWord,
  { starts, ends }: Written,
  reader: Reader,
  repairs: Set<Repair>,
): Unravelled {
  const meant = understood ? null : slipOf(word, reader);
  for (const how of meant ? [...hows, 'mistyped-words' as const] : hows) repairs.add(how);
  return {
    word: meant ?? word,
    start: Math.min(starts[from], starts[to - 1]),
    end: Math.max(ends[from], ends[to - 1]),
  };
}

function slipOf(word: string, reader: Reader): string | null {
  if (!reader.has('slips') || reader.exhausted) return null;
  reader.cut(word.length);
  for (const meant of meantBy(word, reader.rules)) if (reader.understood(bare(meant))) return meant;
  return null;
}

/** What strange pieces were meant for, where most were slips; null where they were not. */
export function slipsOf(pieces: readonly Piece[], strange: Uint8Array, reader: Reader): Map<Piece, string> | null {
  const found = new Map<Piece, string>();
  let odd = 0;
  for (let i = 0; i < pieces.length; i++) {
    if (!strange[i] || pieces[i].word.length < 3) continue;
    odd += 1;
    const meant = odd <= MOST_SLIPS ? slipOf(pieces[i].word, reader) : null;
    if (meant !== null) found.set(pieces[i], meant);
    else if (odd >= FEWEST_SLIPS && found.size * 2 < odd) return null;
  }
  return odd >= FEWEST_SLIPS && found.size >= odd * MOSTLY ? found : null;
}
