import { APART, kindAt, LETTER } from './chars.js';
import { LONGEST_CHAT } from './chat.js';
import { hasLeet, wordEdges } from './leet.js';
import { type Meaning, type Mode, type Reader } from './reader.js';
import { BLANK, NONE, rowOf, SIGN, WIDE, type Row } from './row.js';
import type { Repair } from './tokens.js';
import { LONGEST_TYPED } from './typing.js';
import type { Written } from './written.js';

/** A word of a reading: `from` and `to` are places of the stretch. */
export interface ReadWord {
  word: string;
  from: number;
  to: number;
  hows: Repair[];
  understood: boolean;
}
export interface Reading {
  words: ReadWord[];
  cost: number;
  letters: number;
  /** letters of words that are understood */
  understood: number;
  /** of those that stand in claims */
  claimed: number;
}

const LONGEST = 16;
const MOST_INSIDE = 4;
const SMALL = 0.2;
const CRUMB = 2.6;
// a sign that is no letter after all
const DROPPED = 0.7;
const unknown = (length: number) => 2 + 0.9 * length;
/** No run of letters costs less (the prices of reader.ts). */
const leastFor = (length: number) => (length > 3 ? 1 : length > 1 ? 1.15 : 2.2);

const isSign = (text: string, i: number) => kindAt(text, i) === APART;
const isDigit = (text: string, i: number) => text.charCodeAt(i) <= 0x39;
/** What it costs to read over a gap, and to end a word before it; where letters stand apart, the usual gap says nothing. */
function prices(gaps: Uint8Array, keyboard: boolean): { over: number[]; before: number[] } {
  const many = [0, 0, 0, 0];
  for (let i = 1; i < gaps.length; i++) many[gaps[i]] += 1;
  const apart = many[SIGN] + many[BLANK] + many[WIDE];
  const chunk = gaps.length / (apart + 1);
  // who types blindly sets blanks
  if (keyboard && chunk > 1.7 && chunk < 10) return { over: [0, 3, 3, 3], before: [2, 0, 0, 0] };
  if (chunk > 1.7) return { over: [0, 0.3, 1, 2.5], before: [0.5, 0.1, 0, 0] };
  const usual = many[SIGN] * 2 > apart ? SIGN : (many[SIGN] + many[BLANK]) * 2 > apart ? BLANK : WIDE;
  return {
    over: [0, SIGN, BLANK, WIDE].map((gap) => (gap <= usual ? 0.02 : 2)),
    before: [0, SIGN, BLANK, WIDE].map((gap) => (gap <= usual ? 0.45 : 0)),
  };
}

/** The words that a stretch of text falls into at the least cost, wherever its gaps stand. */
export const readFreely = (written: Written, reader: Reader, mode: Mode): Reading => readBelow(Infinity, written, reader, mode)!;

/** The same where that costs less than `limit`; else null, as soon as that is sure. */
export function readBelow(limit: number, written: Written, reader: Reader, mode: Mode): Reading | null {
  const row = rowOf(written, mode.signs, mode.keyboard === null);
  const { text, gaps } = row;
  const n = text.length;
  reader.cut(n);
  const { over, before } = prices(gaps, mode.keyboard !== null);
  // what is switched off is dearer than anything
  if (!reader.has('apart')) over.fill(MOST_INSIDE * 2, SIGN);
  if (!reader.has('joined')) before[NONE] = Infinity;
  const inside = new Float64Array(n + 1);
  for (let i = 0; i < n; i++) inside[i + 1] = inside[i] + (i > 0 ? over[gaps[i]] : 0);
  const says = sayer(row, reader, mode);
  const best = new Float64Array(n + 1).fill(Infinity);
  const from = new Int32Array(n + 1);
  best[0] = 0;
  // the word that a gap ends, though nobody understands it
  let whole = 0;
  for (let end = 1; end <= n; end++) {
    const take = (start: number, cost: number) => {
      if (cost >= best[end]) return;
      best[end] = cost;
      from[end] = start;
    };
    if (end === n || gaps[end] !== NONE) {
      take(whole, best[whole] + unknown(end - whole));
      whole = end;
    }
    if (isSign(text, end - 1)) take(end - 1, best[end - 1] + DROPPED);
    else take(end - 1, best[end - 1] + (end - 1 > 0 ? before[gaps[end - 1]] : 0) + CRUMB);
    for (let start = end - 1; start >= 0 && start >= end - LONGEST && !reader.exhausted; start--) {
      const crossed = inside[end] - inside[start + 1];
      if (crossed > MOST_INSIDE) break;
      const least = best[start] + (start > 0 ? before[gaps[start]] : 0) + crossed;
      if (least + leastFor(end - start) >= best[end] || (crossed > SMALL && isDigit(text, start) && isDigit(text, end - 1))) continue;
      const meaning = says(start, end);
      if (meaning !== null) take(start, least + meaning.cost);
    }
    if (limit < Infinity && leastOf(best, end, whole) >= limit) return null;
  }
  return best[n] < limit ? traced(row, from, reader, mode, best[n]) : null;
}
/** Every way on from here goes through one of these. */
function leastOf(best: Float64Array, end: number, whole: number): number {
  let least = best[whole];
  for (let at = Math.max(0, end - LONGEST + 1); at <= end; at++) if (best[at] < least) least = best[at];
  return least;
}
/** Tells what stretches of a row say; those that are not spelled as any word are not looked up. */
function sayer({ text, bare: plain }: Row, reader: Reader, mode: Mode): (start: number, end: number) => Meaning | null {
  const { spelling } = reader.rules;
  const tried = mode.keyboard ? LONGEST_TYPED : mode.chat ? LONGEST_CHAT : 0;
  const tries = Math.max(tried, 3);
  if (!hasLeet(text, reader.rules))
    return (start, end) =>
      end - start > tries && !spelling.fits(plain, start, end)
        ? null
        : reader.meaning(text.slice(start, end), plain.slice(start, end), mode);
  const { begins, ends } = wordEdges(text, reader.rules);
  const signs = new Int32Array(text.length + 1);
  const letters = new Int32Array(text.length + 1);
  for (let i = 0; i < text.length; i++) {
    signs[i + 1] = signs[i] + (kindAt(text, i) === LETTER ? 0 : 1);
    letters[i + 1] = letters[i] + (isDigit(text, i) ? 0 : 1);
  }
  const isSpelled = (start: number, end: number) =>
    signs[end] === signs[start] ? spelling.fits(plain, start, end) : (begins[start] & ends[end]) === 1 || letters[end] === letters[start];
  return (start, end) =>
    end - start > tries && !isSpelled(start, end) ? null : reader.meaning(text.slice(start, end), plain.slice(start, end), mode);
}

function traced(row: Row, from: Int32Array, reader: Reader, mode: Mode, cost: number): Reading {
  const words: ReadWord[] = [];
  let understood = 0;
  let claimed = 0;
  for (let end = row.text.length; end > 0; end = from[end]) {
    const start = from[end];
    const meaning = reader.meaning(row.text.slice(start, end), row.bare.slice(start, end), mode);
    if (meaning !== null && end - start > 1) understood += end - start;
    if (meaning?.claimed) claimed += end - start;
    if (meaning !== null || end - start > 1 || !isSign(row.text, start)) words.push(wordOf(row, start, end, meaning));
  }
  return { words: words.reverse(), cost, letters: row.text.length, understood, claimed };
}
function wordOf({ text, gaps, at }: Row, start: number, end: number, meaning: Meaning | null): ReadWord {
  const hows: Repair[] = meaning?.how ? [meaning.how] : [];
  if (gaps.subarray(start + 1, end).some((gap) => gap !== NONE)) hows.push('spaced-letters');
  if (start > 0 && gaps[start] === NONE) hows.push('joined-words');
  return { word: meaning?.word ?? text.slice(start, end), from: at[start], to: at[end - 1] + 1, hows, understood: meaning !== null };
}

/** The same where every gap parts words: what it costs, and how many letters stand in words of claims. */
export function readPlainly(written: Written, reader: Reader, mode: Mode): { cost: number; claimed: number; chunk: number } {
  const row = rowOf(written, '');
  let cost = 0;
  let claimed = 0;
  let chunks = 0;
  let start = 0;
  for (let end = 1; end <= row.text.length; end++) {
    if (end < row.text.length && row.gaps[end] === NONE) continue;
    const meaning = reader.meaning(row.text.slice(start, end), row.bare.slice(start, end), mode);
    cost += meaning?.cost ?? unknown(end - start);
    if (meaning?.claimed) claimed += end - start;
    start = end;
    chunks += 1;
  }
  return { cost, claimed, chunk: row.text.length / Math.max(1, chunks) };
}
