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
/** sums of a claim stay about below this, in whole numbers; one that holds a word in many spellings may pass it, a hundred times at most */
const CEILING = 2 ** 24;
/** lists are left unread while together they give less than this share of what a claim needs to be among the best */
const UNREAD = 0.1;
/** more than all rounding */
const SLACK = 1 - 1e-9;

/** The highest sums so far, and all claims that may still be among the best, each with the most that it can be summed to. */
class Summed {
  readonly highest: Top;
  places = new Int32Array(1024);
  sums = new Int32Array(1024);
  many = 0;
  /** `rounding` is about how much a sum may exceed the score; `floor` what is wanted whatever the others are summed to */
  constructor(
    k: number,
    private readonly rounding: number,
    private readonly floor: number,
  ) {
    this.highest = new Top(k);
  }
  /** What a claim must be summed to, to be taken. */
  get least(): number {
    return this.floor || this.highest.least - this.rounding;
  }
  take(place: number, sum: number, unread: number): void {
    this.highest.offer(sum, place);
    if (sum + unread < this.least) return;
    if (this.many === this.places.length) [this.places, this.sums] = [widened(this.places), widened(this.sums)];
    this.places[this.many] = place;
    this.sums[this.many++] = sum + unread;
  }
}
function widened(held: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(held.length * 2);
  wider.set(held);
  return wider;
}

/**
 * The claims with the highest BM25, those of a full scan (MaxScore, a window of places at a time). Long lists that give little are
 * not read; the others are summed in whole numbers that are never too small. When all is summed, those that are summed highest are
 * scored by their own words, then whoever could still pass them.
 */
export class Search {
  private sums = new Int32Array(0);
  private hits = new Int32Array(0);
  private readonly asking: Asking;
  constructor(
    private readonly store: ClaimStore,
    private readonly postings: Postings,
    words: Words,
    private readonly rules: Bm25,
  ) {
    this.asking = new Asking(words, rules);
  }

  best(asked: readonly Asked[], k: number): Found[] {
    this.asking.begin(asked);
    if (this.sums.length === 0) [this.sums, this.hits] = [0, 0].map(() => new Int32Array(Math.min(WINDOW, this.postings.claims)));
    const growth = this.postings.growth(this.store.average);
    const total = asked.reduce((sum, { value }) => sum + value, 0);
    const scale = CEILING / (total * growth * STEPS || 1);
    const steps = (scale * STEPS) / (this.rules.k1 + 1);
    /** What a claim must be summed to, to be among the best. */
    const need = (top: Top) => Math.floor(top.least * steps * SLACK) - 1;
    const summed = (rounding: number, floor: number) => {
      const taken = new Summed(k, rounding, floor);
      const terms = this.terms(asked, scale * growth);
      for (let first = 0; first < this.postings.claims; first += WINDOW) this.window(terms, first, taken);
      return taken;
    };
    const likely = summed(CEILING / STEPS + 2 * STEPS * asked.length, 0);
    let top = this.scored(likely, k, need);
    // a claim that holds a word in several spellings may be summed far too high, and have kept others out
    if (need(top) < likely.least) top = this.scored(summed(0, Math.max(1, need(top))), k, need);
    this.asking.end();
    return top.sorted();
  }

  private scored({ highest, places, sums, many, least }: Summed, k: number, need: (top: Top) => number): Top {
    const top = new Top(k);
    for (let place = this.postings.claims; place < this.store.size; place++) if (this.store.isLive(place)) this.offer(place, top);
    const first = Math.max(least, highest.least);
    for (let i = 0; i < many; i++) if (sums[i] >= first) this.offer(places[i], top);
    for (let i = 0; i < many; i++) if (sums[i] < first && sums[i] >= need(top)) this.offer(places[i], top);
    return top;
  }
  private offer(place: number, top: Top): void {
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

  private window(terms: readonly Term[], first: number, taken: Summed): void {
    const { sums, hits } = this;
    let unread = 0;
    let from = 0;
    while (from < terms.length && unread + terms[from].most < taken.least * UNREAD) unread += terms[from++].most;
    const limit = Math.max(1, taken.least - unread);
    let many = 0;
    for (let t = from; t < terms.length; t++) many = this.add(terms[t], first, limit, many);
    for (let i = 0; i < many; i++) if (this.store.isLive(first + hits[i])) taken.take(first + hits[i], sums[hits[i]], unread);
    sums.fill(0);
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
}
