import { bare } from '../text/syllable.js';
import { formIn } from './claim-store.js';
import { Column, Dictionary, type Flat } from './columns.js';

const GRAM = 4;
const TONE = /(?<=\p{L})\d$/u;
const K1 = 0.9;
const B = 0.4;

/** The runs of four letters of a word, its two ends included; marks do not count. */
function gramsOf(exact: string): string[] {
  const padded = ` ${bare(exact).replace(TONE, '')} `;
  return [...new Set(Array.from({ length: Math.max(1, padded.length - GRAM + 1) }, (_, i) => padded.slice(i, i + GRAM)))];
}

/** How rare runs of letters are among the words of the registry: what makes two spellings of a name alike. */
export class Letters {
  private readonly grams: Dictionary;
  /** by form: where its runs end; and the runs, one form after another */
  private readonly ends: Column;
  private readonly runs: Column;
  /** how often a run stands in the registry; in two words of a claim it counts twice */
  private readonly counts: Column;
  /** all runs, and claims */
  private readonly sums: Column;
  private known = new Map<string, Int32Array>();
  // of the post in hand: its runs have numbers of their own, and each is worth something; of the claim in hand, how often one was heard
  private post = 0;
  private numbers = new Int32Array(0);
  private asked: number[] = [];
  private worth = new Float64Array(64);
  private times = new Int32Array(64);
  private heard = new Int32Array(64);
  // of the forms met since: where in `held` their runs of the post stand, behind how many these are
  private met = new Int32Array(0);
  private where = new Int32Array(0);
  private held: number[] = [];

  constructor(flat?: Flat) {
    const column = (name: string) => new Column(flat?.[name] as Int32Array | undefined);
    this.grams = new Dictionary(flat?.grams as Flat | undefined);
    [this.ends, this.runs, this.counts, this.sums] = [column('ends'), column('runs'), column('counts'), column('sums')];
    if (this.sums.length === 0) for (let i = 0; i < 2; i++) this.sums.push(0);
  }

  /** Takes in a form, in the order of their numbers. */
  put(form: number, exact: string): void {
    if (form < this.ends.length) return;
    this.known.clear();
    for (const gram of gramsOf(exact)) {
      const run = this.grams.put(gram);
      if (run === this.counts.length) this.counts.push(0);
      this.runs.push(run);
    }
    this.ends.push(this.runs.length);
  }
  /** Counts a claim in (1) or out (-1). */
  tally(words: Int32Array, by: number): void {
    const { counts, sums, runs } = this;
    for (const word of words) {
      const form = formIn(word);
      const end = this.ends.array[form];
      for (let i = this.start(form); i < end; i++) counts.array[runs.array[i]] += by;
      sums.array[0] += by * (end - this.start(form));
    }
    sums.array[1] += by;
  }
  private start = (form: number): number => (form === 0 ? 0 : this.ends.array[form - 1]);

  /** The runs of a word of a post that the registry holds. */
  of(exact: string): Int32Array {
    let runs = this.known.get(exact);
    if (!runs) {
      if (this.known.size > MOST_KNOWN) this.known.clear();
      runs = Int32Array.from(gramsOf(exact).map((gram) => this.grams.find(gram))).filter((run) => run >= 0);
      this.known.set(exact, runs);
    }
    return runs;
  }
  /** Takes a post in hand. */
  ask(words: readonly Int32Array[]): void {
    if (this.met.length < this.ends.length) [this.met, this.where] = [0, 0].map(() => new Int32Array(this.ends.length));
    this.post += 1;
    this.held = [];
    for (const run of this.asked) this.numbers[run] = 0;
    this.asked = [];
    if (this.numbers.length < this.grams.size) this.numbers = new Int32Array(this.grams.size);
    for (const runs of words) for (const run of runs) if (this.numbers[run] === 0) this.numbers[run] = this.asked.push(run);
    if (this.worth.length <= this.asked.length) {
      this.worth = new Float64Array(this.asked.length * 2);
      [this.times, this.heard] = [0, 0].map(() => new Int32Array(this.asked.length * 2));
    }
    const claims = this.sums.array[1];
    this.asked.forEach((run, i) => {
      const n = Math.min(claims, this.counts.array[run]);
      this.worth[i + 1] = Math.log(1 + (claims - n + 0.5) / (n + 0.5));
    });
  }
  private meet(form: number): number {
    const at = (this.where[form] = this.held.push(0) - 1);
    this.met[form] = this.post;
    for (let i = this.start(form); i < this.ends.array[form]; i++) {
      const number = this.numbers[this.runs.array[i]];
      if (number > 0) this.held.push(number);
    }
    this.held[at] = this.held.length - at - 1;
    return at;
  }
  /** BM25 of the runs of letters of a claim, whose words these are, for the post in hand. */
  score(words: Int32Array, from: number, to: number): number {
    const { times, heard, met, where, post } = this;
    const ends = this.ends.array;
    let length = 0;
    let many = 0;
    for (let w = from; w < to; w++) {
      const form = formIn(words[w]);
      length += ends[form] - (form === 0 ? 0 : ends[form - 1]);
      const at = met[form] === post ? where[form] : this.meet(form);
      const { held } = this;
      for (let i = at + held[at]; i > at; i--) if (times[held[i]]++ === 0) heard[many++] = held[i];
    }
    const bound = K1 * (1 - B + (B * length * this.sums.array[1]) / Math.max(1, this.sums.array[0]));
    let sum = 0;
    for (let i = 0; i < many; i++) {
      const n = times[heard[i]];
      sum += (this.worth[heard[i]] * n * (K1 + 1)) / (n + bound);
      times[heard[i]] = 0;
    }
    return sum;
  }

  flat(): Flat {
    return {
      grams: this.grams.flat(),
      ends: this.ends.flat(),
      runs: this.runs.flat(),
      counts: this.counts.flat(),
      sums: this.sums.flat(),
    };
  }
}

const MOST_KNOWN = 50_000;
