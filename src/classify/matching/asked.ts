import { formIn, type ClaimStore } from './claim-store.js';
import type { Bm25 } from './postings.js';
import { rounded } from './saturation.js';
import type { Words } from './words.js';

/** A key with what it is worth: how rare it is, times its weight in the post. */
export interface Asked {
  key: number;
  value: number;
}
const WRITTEN = 1;
const MARKS = 2;

/** What a post asks for, laid out by form, to score one claim after another by its words. */
export class Asking {
  private asked: readonly Asked[] = [];
  private which = new Uint8Array(0);
  private written = new Int32Array(0);
  private marks = new Int32Array(0);
  private times = new Int32Array(0);
  private heard = new Int32Array(0);
  constructor(
    private readonly words: Words,
    private readonly rules: Bm25,
  ) {}

  /** Tells each form with the place of its key in the list. */
  eachForm(asked: readonly Asked[], tell: (form: number, at: number) => void): void {
    asked.forEach(({ key }, at) => this.words.formsOf(key, (form) => tell(form, at)));
  }
  begin(asked: readonly Asked[]): void {
    if (this.which.length < this.words.size) {
      const room = this.words.size + (this.words.size >> 3);
      this.which = new Uint8Array(room);
      [this.written, this.marks] = [new Int32Array(room), new Int32Array(room)];
    }
    if (this.times.length < asked.length) [this.times, this.heard] = [new Int32Array(asked.length), new Int32Array(asked.length)];
    this.asked = asked;
    this.eachForm(asked, (form, at) => {
      const isWritten = this.words.written.array[form] === asked[at].key;
      this.which[form] |= isWritten ? WRITTEN : MARKS;
      (isWritten ? this.written : this.marks)[form] = at;
    });
  }
  end(): void {
    this.eachForm(this.asked, (form) => (this.which[form] = 0));
  }

  /** BM25 of a claim; in whatever order its words stand, the same sum. */
  score(store: ClaimStore, place: number, average: number): number {
    const { which, times, heard, asked } = this;
    const { k1, b } = this.rules;
    const { array: words } = store.words;
    const end = store.wordsEnd(place);
    let many = 0;
    for (let i = store.wordsStart(place); i < end; i++) {
      const form = formIn(words[i]);
      const views = which[form];
      if (views === 0) continue;
      if (views & WRITTEN && times[this.written[form]]++ === 0) heard[many++] = this.written[form];
      if (views & MARKS && times[this.marks[form]]++ === 0) heard[many++] = this.marks[form];
    }
    const bound = k1 * (1 - b + (b * store.lengths.array[place]) / average);
    let sum = 0;
    for (let i = 0; i < many; i++) {
      const at = heard[i];
      sum += rounded((asked[at].value * times[at] * (k1 + 1)) / (times[at] + bound));
      times[at] = 0;
    }
    return sum;
  }
}
