import type { ClaimIndex, Query } from './claim-index.js';
import { SmallMap } from './small-map.js';
import { WordingRoom, type Wording } from './wording.js';

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
/** What a claim as a whole got for the post, before its wordings are laid beside it. */
export type Standing = Pick<Aligned, 'bm25' | 'topBm25' | 'lettersBm25'>;

const UNMARKED = 0.95;
/** a word with other marks is another word */
export const OTHER_MARKS = 0.3;
const STEP = 1e-6;

/** Lays a post beside one wording after another; what it gives is good until the next, unless another bench is taken for it. */
export class Bench implements Aligned {
  bm25 = 0;
  topBm25 = 0;
  lettersBm25 = 0;
  readonly wording: WordingRoom;
  heard = new Float32Array(0);
  found: Float32Array;
  window = { share: 0, from: -1, to: -2 };
  /** each family of the post has a number of its own, and words of the post one of their family, 0 for what no claim knows */
  private readonly ofPost: Int32Array;
  private readonly numbers: SmallMap;
  // places of the wording by such a number, each plus one, as a chain
  private readonly first: Int32Array;
  private next = new Int32Array(0);
  private times = new Int32Array(0);
  private readonly hits = { at: [] as number[], place: [] as number[], value: [] as number[] };

  constructor(
    readonly index: ClaimIndex,
    readonly query: Query,
  ) {
    this.wording = new WordingRoom(index);
    this.found = new Float32Array(query.families.length);
    this.ofPost = new Int32Array(query.families.length);
    this.numbers = new SmallMap(query.families.length);
    query.families.forEach((family, at) => {
      if (family < 0) return;
      this.ofPost[at] = this.numbers.put(family);
    });
    this.first = new Int32Array(this.numbers.size + 1);
  }

  lay(wording: number, { bm25, topBm25, lettersBm25 }: Standing): this {
    [this.bm25, this.topBm25, this.lettersBm25] = [bm25, topBm25, lettersBm25];
    const { length, families } = this.wording.read(wording);
    if (this.heard.length < length) {
      this.heard = new Float32Array(length);
      [this.next, this.times] = [new Int32Array(length), new Int32Array(length)];
    }
    this.heard.fill(0, 0, length);
    this.found.fill(0);
    this.first.fill(0);
    for (let place = length - 1; place >= 0; place--) {
      const number = this.numbers.get(families[place]);
      if (number === 0) continue;
      this.next[place] = this.first[number];
      this.first[number] = place + 1;
    }
    const many = this.hear();
    this.densest(many, Math.ceil(length * 1.6) + 5);
    return this;
  }

  private hear(): number {
    const { heard, found, hits } = this;
    let many = 0;
    for (let at = 0; at < this.ofPost.length; at++) {
      if (this.ofPost[at] === 0) continue;
      for (let place = this.first[this.ofPost[at]] - 1; place >= 0; place = this.next[place] - 1) {
        const value = this.agreement(at, place);
        if (value > heard[place]) heard[place] = value;
        if (value > found[at]) found[at] = value;
        hits.at[many] = at;
        hits.place[many] = place;
        hits.value[many++] = value;
      }
    }
    return many;
  }
  /** How well a word of the post agrees with one of the claim: marks left out cost little. */
  private agreement(at: number, place: number): number {
    const form = this.wording.forms[place];
    if (this.query.forms[at] === form) return 1;
    const { exact, bare } = this.query.tokens[at];
    return exact === bare || this.index.words.isPlain(form) ? UNMARKED : OTHER_MARKS;
  }

  /** The stretch of the post, no longer than `length` words, that holds most of the claim. */
  private densest(many: number, length: number): void {
    const { at, place, value } = this.hits;
    const { weights, total } = this.wording;
    const { times, window } = this;
    times.fill(0, 0, this.wording.length);
    let sum = 0;
    let top = 0;
    [window.from, window.to] = [-1, -2];
    for (let first = 0, last = 0; last < many; last++) {
      if (times[place[last]]++ === 0) sum += weights[place[last]] * value[last];
      while (at[last] - at[first] >= length) {
        if (--times[place[first]] === 0) sum -= weights[place[first]] * value[first];
        first++;
      }
      if (sum > top + STEP) [top, window.from, window.to] = [sum, at[first], at[last]];
    }
    window.share = Math.min(1, top / (total || 1));
  }
}

/** The words of the post's best stretch that stand in the claim. */
export function hitsIn({ found, window }: Aligned): number[] {
  const hits: number[] = [];
  for (let i = Math.max(0, window.from); i <= window.to; i++) if (found[i] > OTHER_MARKS) hits.push(i);
  return hits;
}
/** How much of neighbouring words of the claim stand next to each other in the post, with a word between them at most. */
export function pairShare({ query, wording, heard }: Aligned): number {
  const { families } = query;
  let total = 0;
  let sum = 0;
  for (let j = 1; j < wording.length; j++) {
    const w = Math.min(wording.weights[j - 1], wording.weights[j]);
    total += w;
    const both = Math.min(heard[j - 1], heard[j]);
    if (both === 0) continue;
    const [before, here] = [wording.families[j - 1], wording.families[j]];
    for (let i = 1; i < families.length; i++)
      if (families[i] === here && (families[i - 1] === before || families[i - 2] === before)) {
        sum += w * both;
        break;
      }
  }
  return total > 0 ? sum / total : 0;
}
