import { pairOf, type ClaimIndex, type Query, type Wording } from './claim-index.js';

export const SIGNALS = ['coverage', 'together', 'pairs', 'focus', 'bm25', 'lead', 'substance', 'numbers'] as const;
/** What speaks for a post repeating a wording, each from 0 to 1, and where in the post it stands. */
export type Signals = Record<(typeof SIGNALS)[number], number>;
export interface Seen {
  signals: Signals;
  from: number;
  to: number;
  hits: number[];
  words: number[];
  otherNumbers: number[];
}

const UNMARKED = 0.95;
const OTHER_MARKS = 0.3;

/** How well a word of the post agrees with one of the claim: marks left out cost little, other marks are another word. */
function agreement(post: { exact: string; bare: string }, claim: string): number {
  if (post.exact === claim) return 1;
  return post.exact === post.bare || !/[^a-z]/.test(claim) ? UNMARKED : OTHER_MARKS;
}

export function observe(index: ClaimIndex, query: Query, wording: Wording, bm25: number, topBm25: number): Seen {
  const places = new Map<number, number[]>();
  wording.terms.forEach((term, j) => {
    const p = places.get(term);
    if (p) p.push(j);
    else places.set(term, [j]);
  });
  const heard = new Float32Array(wording.terms.length);
  const hits: { at: number; place: number; value: number }[] = [];
  for (let i = 0; i < query.terms.length; i++) {
    const own = query.terms[i] < 0 ? undefined : places.get(query.terms[i]);
    if (!own) continue;
    for (const place of own) {
      const value = agreement(query.tokens[i], wording.exact[place]);
      if (value > heard[place]) heard[place] = value;
      hits.push({ at: i, place, value });
    }
  }
  const weigh = (values: ArrayLike<number>) => wording.weights.reduce((sum, w, j) => sum + w * values[j], 0) / (wording.total || 1);
  const window = densest(hits, wording, Math.ceil(wording.terms.length * 1.6) + 5);
  let pairTotal = 0;
  let pairSum = 0;
  for (let j = 1; j < wording.terms.length; j++) {
    const w = Math.min(wording.weights[j - 1], wording.weights[j]);
    pairTotal += w;
    if (query.pairs.has(pairOf(wording.terms[j - 1], wording.terms[j]))) pairSum += w * Math.min(heard[j - 1], heard[j]);
  }
  const inside = new Set(window.hits.filter((h) => h.value > OTHER_MARKS).map((h) => h.at));
  let focusTotal = 0;
  let focusSum = 0;
  for (let i = window.from; i <= window.to && i >= 0; i++) {
    const w = query.terms[i] < 0 ? 4 : index.idf(query.terms[i]);
    focusTotal += w;
    if (inside.has(i)) focusSum += w;
  }
  const numbers = compareNumbers(query, wording, heard, window);
  return {
    signals: {
      coverage: weigh(heard),
      together: window.share,
      pairs: pairTotal > 0 ? pairSum / pairTotal : 0,
      focus: focusTotal > 0 ? focusSum / focusTotal : 0,
      bm25: Math.min(1, bm25 / (wording.self || 1)),
      lead: topBm25 > 0 ? bm25 / topBm25 : 0,
      substance: 1 - Math.exp(-wording.total / 40),
      numbers: numbers.agree,
    },
    from: window.from,
    to: window.to,
    hits: [...inside].sort((a, b) => a - b),
    words: [...heard.keys()].filter((j) => heard[j] > OTHER_MARKS),
    otherNumbers: numbers.others,
  };
}

/** The stretch of the post, no longer than `length` words, that holds most of the claim. */
function densest(hits: { at: number; place: number; value: number }[], wording: Wording, length: number) {
  const held = new Int32Array(wording.terms.length);
  let sum = 0;
  let top = { share: 0, first: 0, last: -1 };
  const gain = (h: { place: number; value: number }) => wording.weights[h.place] * h.value;
  for (let first = 0, last = 0; last < hits.length; last++) {
    if (held[hits[last].place]++ === 0) sum += gain(hits[last]);
    while (hits[last].at - hits[first].at >= length) {
      if (--held[hits[first].place] === 0) sum -= gain(hits[first]);
      first++;
    }
    if (sum > top.share + 1e-6) top = { share: sum, first, last };
  }
  const inside = hits.slice(top.first, top.last + 1);
  return {
    share: Math.min(1, top.share / (wording.total || 1)),
    from: inside[0]?.at ?? -1,
    to: inside[inside.length - 1]?.at ?? -2,
    hits: inside,
  };
}

/** Numbers of the claim that the post repeats; one that it lacks counts against it only where it names another instead. */
function compareNumbers(query: Query, wording: Wording, heard: Float32Array, window: { from: number; to: number }) {
  const wanted = [...wording.numbers.keys()].filter((j) => wording.numbers[j]);
  const missing = wanted.filter((j) => heard[j] === 0);
  if (wanted.length === 0) return { agree: 0.5, others: [] };
  const own = new Set(wanted.map((j) => wording.terms[j]));
  const others: number[] = [];
  for (let i = Math.max(0, window.from - 2); i <= window.to + 2 && i < query.tokens.length; i++)
    if (query.tokens[i].number && !own.has(query.terms[i])) others.push(i);
  const share = (wanted.length - missing.length) / wanted.length;
  return { agree: missing.length > 0 && others.length > 0 ? share * 0.5 : 0.5 + share / 2, others: missing.length > 0 ? others : [] };
}
