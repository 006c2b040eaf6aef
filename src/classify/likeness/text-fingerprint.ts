import { BITS, type Fingerprint } from './fingerprint.js';

export interface TextRules {
  /** words that follow each other count together */
  words: number;
  /** a shorter text is like too many others: it is found by the same words only */
  least_words: number;
  /** one that is shorter still is not found at all */
  same_words: number;
  /** of a longer one the beginning counts */
  most_words: number;
}
const ROWS = 3;
const BANDS = 20;

/** MinHash, one bit of each: two texts differ in half as great a part of the bits as of their runs of words. Null for a few words. */
export function textPrint(words: readonly string[], rules: TextRules): Fingerprint | null {
  if (words.length < rules.same_words) return null;
  const read = words.slice(0, rules.most_words);
  const runs = new Set(read.slice(0, read.length - rules.words + 1).map((_, i) => hashOf(read.slice(i, i + rules.words).join(' '))));
  const least = new Uint32Array(BITS).fill(0xffffffff);
  for (const run of runs)
    for (let i = 0; i < BITS; i++) {
      const mixed = mix(run ^ Math.imul(i + 1, 0x9e3779b1));
      if (mixed < least[i]) least[i] = mixed;
    }
  const short = words.length < rules.least_words;
  const keys = short ? [hashOf(words.join(' ')) | 0] : Array.from({ length: BANDS }, (_, band) => keyOf(least, band));
  return { kind: 'text', bits: Array.from(least, (v) => v & 1).join(''), keys, sought: keys };
}

const keyOf = (least: Uint32Array, band: number): number =>
  least.slice(band * ROWS, (band + 1) * ROWS).reduce((key, value) => mix(key ^ value), band + 1) | 0;

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
/** The finish of MurmurHash3. */
function mix(value: number): number {
  let v = value;
  v = Math.imul(v ^ (v >>> 16), 0x85ebca6b);
  v = Math.imul(v ^ (v >>> 13), 0xc2b2ae35);
  return (v ^ (v >>> 16)) >>> 0;
}
