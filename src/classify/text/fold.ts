import { standsForItself } from './chars.js';
import type { Written } from './written.js';

/** A text as the matcher reads it. */
export interface Folded extends Written {
  disguised: boolean;
}
export type Homoglyphs = ReadonlyMap<string, string>;

const INVISIBLE = /^[\p{Cf}\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0]$|^[\u{e0000}-\u{e0fff}]$/u;
// what follows a letter and belongs to it: marks, and the later letters of a Korean syllable
const FOLLOWS = /^[\p{M}\u1161-\u11ff]$/u;
const LATIN = /\p{Script=Latin}/u;
const FOREIGN = /[\p{Script=Cyrillic}\p{Script=Greek}]/gu;
// grave, acute, circumflex, tilde, breve, hook above, horn, dot below
const NOT_VIETNAMESE = /(?![\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323])\p{M}/gu;
const FLAG = /[\u{1f1e6}-\u{1f1ff}]/gu;
const MOST_MARKS = 16;
const EVERYDAY_INVISIBLE = new Set([0xfeff, 0xfe0f]);

const kinds = new Map<number, 'seen' | 'unseen' | 'follows'>();
function kindOf(point: number): 'seen' | 'unseen' | 'follows' {
  if (point < 0xad) return 'seen';
  let kind = kinds.get(point);
  if (!kind) {
    const char = String.fromCodePoint(point);
    kind = INVISIBLE.test(char) ? 'unseen' : FOLLOWS.test(char) ? 'follows' : 'seen';
    kinds.set(point, kind);
  }
  return kind;
}
const ENCLOSED = [0x249c, 0x1f110, 0x1f150, 0x1f170, 0x1f1e6];
/** Letters in boxes and circles, and flag letters, which NFKC leaves alone, and those in brackets, which it takes apart. */
function enclosed(point: number): string | null {
  for (const first of ENCLOSED) if (point >= first && point < first + 26) return String.fromCharCode(97 + point - first);
  return null;
}

function outOf(letter: string): string {
  const plain = enclosed(letter.codePointAt(0)!);
  return plain === null ? letter : plain + letter.slice(letter.codePointAt(0)! > 0xffff ? 2 : 1);
}

/** A letter with its marks in one plain form; on Latin letters stay only the marks that Vietnamese writes, as others are decoration. */
function foldLetter(letter: string, twins: Homoglyphs | null): { out: string; disguised: boolean } {
  if (letter === '\u2800') return { out: ' ', disguised: true };
  let parts = outOf(letter).normalize('NFKC').toLowerCase().normalize('NFD');
  const before = parts;
  if (twins) parts = Array.from(parts, (c) => twins.get(c) ?? c).join('');
  if (LATIN.test(parts)) parts = parts.replace(NOT_VIETNAMESE, '');
  return { out: parts.normalize('NFC'), disguised: parts !== before && !/[ðđ]/.test(before) };
}

/** NFKC, lower case, without what is not seen; look-alike letters of other alphabets become Latin in a text that is mostly Latin. */
export function fold(written: Written, homoglyphs: Homoglyphs): Folded {
  const { text, starts, ends } = written;
  if (standsForItself(text)) return { text: text.toLowerCase(), starts, ends, disguised: false };
  return foldClosely(written, homoglyphs);
}

function foldClosely(written: Written, homoglyphs: Homoglyphs): Folded {
  const { text } = written;
  const twins = mostlyLatin(text) ? homoglyphs : null;
  const letters = new Map<string, { out: string; disguised: boolean }>();
  const units: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let disguised = false;
  // letters of flags are letters where there are no others
  const flags = (text.match(FLAG)?.length ?? 0) * 2 < (text.match(/[a-z]/gi)?.length ?? 0);
  const put = (out: string, start: number, end: number) => {
    for (let u = 0; u < out.length; u++) {
      units.push(out[u]);
      starts.push(written.starts[start]);
      ends.push(written.ends[end - 1]);
    }
  };
  for (let i = 0; i < text.length;) {
    const start = i;
    const point = text.codePointAt(i)!;
    i += point > 0xffff ? 2 : 1;
    if (kindOf(point) === 'unseen') {
      disguised ||= !EVERYDAY_INVISIBLE.has(point);
      continue;
    }
    if (flags && point >= 0x1f1e6 && point <= 0x1f1ff) {
      put('··', start, i);
      continue;
    }
    let letter = point < 0x80 ? text[start] : String.fromCodePoint(point);
    let end = i;
    for (let j = i; j < text.length && text.charCodeAt(j) > 0xac;) {
      const next = text.codePointAt(j)!;
      const kind = kindOf(next);
      if (kind === 'seen') break;
      j += next > 0xffff ? 2 : 1;
      if (kind === 'unseen') {
        disguised ||= !EVERYDAY_INVISIBLE.has(next);
        continue;
      }
      if (letter.length < MOST_MARKS) letter += String.fromCodePoint(next);
      end = i = j;
    }
    if (letter.length === 1 && point < 0x80) {
      put(letter.toLowerCase(), start, end);
      continue;
    }
    let folded = letters.get(letter);
    if (!folded) letters.set(letter, (folded = foldLetter(letter, twins)));
    disguised ||= folded.disguised;
    put(folded.out, start, end);
  }
  return { text: units.join(''), starts: Int32Array.from(starts), ends: Int32Array.from(ends), disguised };
}

function mostlyLatin(text: string): boolean {
  const foreign = text.match(FOREIGN)?.length ?? 0;
  return foreign === 0 || foreign * 2 < (text.match(/\p{L}/gu)?.length ?? 0);
}
