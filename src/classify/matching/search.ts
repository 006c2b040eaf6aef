import { Asking, type Asked } from './asked.js';
import type { ClaimStore } from './claim-store.js';
import { PLACES, STEPS, type Bm25, type Postings } from './postings.js';
import { Top } from './top.js';
import type { Words } from './words.js';

/** A claim, by its place, that shares words with a post. */
export interface Found {
  claim: number;
  bm25: number;
}
/** A key of the post, for the window in hand: where its lists stand, what a step of them is worth, and the most that a claim gets. */
interface Term {
  lists: number[];
  ends: number[];
  worth: number;
  most: number;
  many: number;
}
const WINDOW = 2 ** 14;
const PLACE = PLACES - 1;
/** sums of a claim stay about below this, in whole numbers; one that holds a word in many spellings may pass it */
const CEILING = 2 ** 26;
/** lists are left unread while together they give less than this share of what a claim needs to be among the best */
const UNREAD = 0.1;
const BITS = 10;
/** more than all rounding */
const SLACK = 1 - 1e-9;

/**
 * The claims with the highest BM25, those of a full scan (MaxScore, a window of places at a time). Long lists that give little are
 * not read; the others are summed in whole numbers that are never too small, and only a claim whose sum could still lift it
 * among the best is scored by its own words.
 */
export class Search {
  private sums = new Int32Array(0);
  private hits = new Int32Array(0);
  private readonly counts = new Int32Array(2 ** BITS);
  private readonly asking: Asking;
  private steps = 0;
  constructor(
    private readonly store: ClaimStore,
    private readonly postings: Postings,
    words: Words,
    private readonly rules: Bm25,
  ) {
    this.asking = new Asking(words, rules);
  }

  best(asked: readonly Asked[], k: number): Found[] {
    const top = new Top(k);
    this.asking.begin(asked);
    const { claims } = this.postings;
    for (let place = claims; place < this.store.size; place++) this.offer(place, top);
    if (this.sums.length === 0) {
      this.sums = new Int32Array(Math.min(WINDOW, claims));
      this.hits = new Int32Array(Math.min(WINDOW, claims));
    }
    const growth = this.postings.growth(this.store.average);
    const total = asked.reduce((sum, { value }) => sum + value, 0);
    const scale = CEILING / (total * growth * STEPS || 1);
    const terms = this.terms(asked, scale * growth);
    this.steps = (scale * STEPS) / (this.rules.k1 + 1);
    for (let first = 0; first < claims; first += WINDOW) this.window(terms, first, top);
    this.asking.end();
    return top.sorted();
  }
  /** What a claim must be summed to, to be among the best. */
  private need = (top: Top): number => Math.floor(top.least * this.steps * SLACK) - 1;
  private offer(place: number, top: Top): void {
    if (!this.store.isLive(place)) return;
    const score = this.asking.score(this.store, place, this.store.average);
    if (score > 0) top.offer(score, place);
  }

  /** Those that give little for their length come first. */
  private terms(asked: readonly Asked[], scale: number): Term[] {
    const { offsets, most, forms } = this.postings;
    const terms = asked.map(({ value }): Term => ({ lists: [], ends: [], worth: Math.ceil(value * scale) + 1, most: 0, many: 0 }));
    this.asking.eachForm(asked, (form, at) => {
      if (form >= forms || offsets[form + 1] === offsets[form]) return;
      terms[at].lists.push(offsets[form]);
      terms[at].ends.push(offsets[form + 1]);
      terms[at].most = Math.min(STEPS, terms[at].most + most[form]);
      terms[at].many += offsets[form + 1] - offsets[form];
    });
    for (const term of terms) term.most *= term.worth;
    return terms.filter((t) => t.many > 0).sort((a, b) => a.most / a.many - b.most / b.many);
  }

  private window(terms: readonly Term[], first: number, top: Top): void {
    const need = this.need(top);
    const open = first === 0 || top.least === 0;
    let unread = 0;
    let from = 0;
    while (!open && from < terms.length && unread + terms[from].most < need * UNREAD) unread += terms[from++].most;
    const limit = open ? 1 : Math.max(1, need - unread);
    let many = 0;
    for (let t = from; t < terms.length; t++) many = this.add(terms[t], first, limit, many);
    if (open) this.seed(first, many, top);
    else for (let i = 0; i < many; i++) this.offer(first + this.hits[i], top);
    this.sums.fill(0);
  }

  /** Adds what a key gives; a claim whose sum comes up to the limit is noted. */
  private add({ lists, ends, worth }: Term, first: number, limit: number, before: number): number {
    const { sums, hits } = this;
    const { entries } = this.postings;
    let many = before;
    for (let l = 0; l < lists.length; l++) {
      const end = ends[l];
      let i = lists[l];
      for (; i < end; i++) {
        const entry = entries[i];
        const at = (entry & PLACE) - first;
        if (at >= WINDOW) break;
        const sum = sums[at] + (entry >>> 24) * worth;
        if (sum >= limit && sums[at] < limit) hits[many++] = at;
        sums[at] = sum;
      }
      lists[l] = i;
    }
    return many;
  }

  /** While nothing is known of what it takes: first those that are summed highest, then those that could still pass them. */
  private seed(first: number, many: number, top: Top): void {
    const { sums, hits, counts } = this;
    let highest = 0;
    for (let i = 0; i < many; i++) if (sums[hits[i]] > highest) highest = sums[hits[i]];
    const shift = Math.max(0, 32 - BITS - Math.clz32(highest));
    counts.fill(0);
    for (let i = 0; i < many; i++) counts[sums[hits[i]] >>> shift]++;
    let bucket = counts.length - 1;
    for (let likely = counts[bucket]; likely < top.k && bucket > 0; likely += counts[bucket]) bucket--;
    const least = bucket << shift;
    for (let i = 0; i < many; i++) if (sums[hits[i]] >= least) this.offer(first + hits[i], top);
    const limit = this.need(top);
    for (let i = 0; i < many; i++) if (sums[hits[i]] < least && sums[hits[i]] >= limit) this.offer(first + hits[i], top);
  }
}
