import { pairOf, type Query, type Wording } from './claim-index.js';

/** A post laid beside a wording of a claim, word by word. */
export interface Aligned {
  query: Query;
  wording: Wording;
  bm25: number;
  /** of the claim that BM25 puts first */
  topBm25: number;
  /** BM25 of the claim's runs of letters */
  lettersBm25: number;
  /** how well each word of the wording is heard in the post, from 0 to 1 */
  heard: Float32Array;
  /** how well each word of the post is found in the wording, from 0 to 1 */
  found: Float32Array;
  /** the stretch of the post that holds most of the wording, and its share; `to` lies before `from` where nothing is held */
  window: { share: number; from: number; to: number };
}
interface Hit {
  at: number;
  place: number;
  value: number;
}

const UNMARKED = 0.95;
/** a word with other marks is another word */
export const OTHER_MARKS = 0.3;

/** How well a word of the post agrees with one of the claim: marks left out cost little. */
function agreement(post: { exact: string; bare: string }, claim: string): number {
  if (post.exact === claim) return 1;
  return post.exact === post.bare || !/[^a-z]/.test(claim) ? UNMARKED : OTHER_MARKS;
}

/** What a claim as a whole got for the post, before its wordings are laid beside it. */
export type Standing = Pick<Aligned, 'bm25' | 'topBm25' | 'lettersBm25'>;

export function align(query: Query, wording: Wording, standing: Standing): Aligned {
  const places = new Map<number, number[]>();
  wording.families.forEach((family, j) => {
    const known = places.get(family);
    if (known) known.push(j);
    else places.set(family, [j]);
  });
  const heard = new Float32Array(wording.families.length);
  const found = new Float32Array(query.families.length);
  const hits: Hit[] = [];
  for (let at = 0; at < query.families.length; at++) {
    const own = query.families[at] < 0 ? undefined : places.get(query.families[at]);
    if (!own) continue;
    for (const place of own) {
      const value = agreement(query.tokens[at], wording.exact[place]);
      heard[place] = Math.max(heard[place], value);
      found[at] = Math.max(found[at], value);
      hits.push({ at, place, value });
    }
  }
  return { query, wording, ...standing, heard, found, window: densest(hits, wording, Math.ceil(wording.families.length * 1.6) + 5) };
}

/** The stretch of the post, no longer than `length` words, that holds most of the claim. */
function densest(hits: Hit[], wording: Wording, length: number) {
  const held = new Int32Array(wording.families.length);
  let sum = 0;
  let top = { share: 0, from: -1, to: -2 };
  const gain = (h: Hit) => wording.weights[h.place] * h.value;
  for (let first = 0, last = 0; last < hits.length; last++) {
    if (held[hits[last].place]++ === 0) sum += gain(hits[last]);
    while (hits[last].at - hits[first].at >= length) {
      if (--held[hits[first].place] === 0) sum -= gain(hits[first]);
      first++;
    }
    if (sum > top.share + 1e-6) top = { share: sum, from: hits[first].at, to: hits[last].at };
  }
  return { ...top, share: Math.min(1, top.share / (wording.total || 1)) };
}

/** The words of the post's best stretch that stand in the claim. */
export function hitsIn({ found, window }: Aligned): number[] {
  const hits: number[] = [];
  for (let i = Math.max(0, window.from); i <= window.to; i++) if (found[i] > OTHER_MARKS) hits.push(i);
  return hits;
}
/** How much of neighbouring words of the claim stand next to each other in the post. */
export function pairShare({ query, wording, heard }: Aligned): number {
  let total = 0;
  let sum = 0;
  for (let j = 1; j < wording.families.length; j++) {
    const w = Math.min(wording.weights[j - 1], wording.weights[j]);
    total += w;
    if (query.pairs.has(pairOf(wording.families[j - 1], wording.families[j]))) sum += w * Math.min(heard[j - 1], heard[j]);
  }
  return total > 0 ? sum / total : 0;
}
