import type { Aligned } from '../align.js';
import { hitsIn } from '../align.js';
import type { Reading } from './reading.js';
import type { StanceWords } from './stance-table.js';

/** A post beside a claim: what it says of it stands in `from` to `to`, the sentences around the match. */
export interface Scene {
  post: Reading;
  pair: Aligned;
  words: StanceWords;
  /** words of the match that stand in the claim */
  own: ReadonlySet<number>;
  /** the sentence that holds most of the match */
  main: number;
  /** the last words of sentences of the stretch that ask */
  asked: readonly number[];
  from: number;
  to: number;
}
/** Tells a sign by its name, and how strong it is. */
export type Tell = (name: string, value?: number) => void;

/** how many sentences before and after the match are heard */
const AROUND = 3;
const LONGEST = 90;

export function sceneOf(post: Reading, pair: Aligned, words: StanceWords): Scene {
  const hits = hitsIn(pair);
  const { sentences } = post;
  const [first, last] = [hits[0] ?? 0, hits[hits.length - 1] ?? 0];
  let [from, to] = [first, last];
  while (from > 0 && sentences[from - 1] >= sentences[first] - AROUND && first - from < LONGEST) from--;
  while (to + 1 < sentences.length && sentences[to + 1] <= sentences[last] + AROUND && to - last < LONGEST) to++;
  const asked: number[] = [];
  for (let i = from; i <= to; i++) if (sentences[i + 1] !== sentences[i] && post.asked.has(sentences[i])) asked.push(i);
  return { post, pair, words, own: new Set(hits), main: mainSentence(post, hits), asked, from, to };
}

function mainSentence(post: Reading, hits: readonly number[]): number {
  const held = new Map<number, number>();
  for (const hit of hits) held.set(post.sentences[hit], (held.get(post.sentences[hit]) ?? 0) + 1);
  return [...held].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0;
}
