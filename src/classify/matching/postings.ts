import { formIn, type ClaimStore } from './claim-store.js';
import { Column, numbers, type Flat } from './columns.js';
import { saturation } from './saturation.js';

/** A posting is one number: the place in the lower 24 bits, and how much the form counts there, rounded up to a step, above. */
export const PLACES = 2 ** 24;
export const STEPS = 255;
export interface Bm25 {
  k1: number;
  b: number;
}

/** Which claims hold a form, in the order of their places; made once over all claims, and only read from then on. */
export class Postings {
  /** `entries` of a form lie from `offsets[form]` to `offsets[form + 1]`; `most` is the highest step among them */
  readonly offsets: Int32Array;
  readonly entries: Int32Array;
  readonly most: Int32Array;
  /** how many claims, and how long they were on average, in thousandths */
  private readonly made: Int32Array;
  constructor(flat: Flat) {
    [this.offsets, this.entries, this.most, this.made] = [flat.offsets, flat.entries, flat.most, flat.made] as Int32Array[];
  }

  static of(store: ClaimStore, forms: number, rules: Bm25): Postings {
    const offsets = numbers(forms + 1);
    const last = new Int32Array(forms).fill(-1);
    const { array: words } = store.words;
    for (let place = 0; place < store.size; place++) {
      const end = store.wordsEnd(place);
      for (let i = store.wordsStart(place); i < end; i++) {
        const form = formIn(words[i]);
        if (last[form] !== place) offsets[form + 1]++;
        last[form] = place;
      }
    }
    for (let form = 0; form < forms; form++) offsets[form + 1] += offsets[form];
    const entries = numbers(offsets[forms]);
    const most = numbers(forms);
    const made = new Column();
    const average = Math.ceil(store.average * 1000);
    const next = offsets.slice(0, forms);
    const times = new Int32Array(forms);
    last.fill(-1);
    for (let place = 0; place < store.size; place++) {
      const end = store.wordsEnd(place);
      for (let i = store.wordsStart(place); i < end; i++) {
        const form = formIn(words[i]);
        times[form] = last[form] === place ? times[form] + 1 : 1;
        if (last[form] !== place) next[form]++;
        last[form] = place;
        const step = Math.ceil((saturation(times[form], store.lengths.array[place], rules, average / 1000) / (rules.k1 + 1)) * STEPS);
        entries[next[form] - 1] = place + step * PLACES;
        if (step > most[form]) most[form] = step;
      }
    }
    made.push(store.size);
    made.push(average);
    return new Postings({ offsets, entries, most, made: made.flat() });
  }

  get claims(): number {
    return this.made[0];
  }
  get forms(): number {
    return this.most.length;
  }
  /** The steps of a claim grow at most by this, if claims are so long on average now. */
  growth = (average: number): number => Math.max(1, (average * 1000) / this.made[1]);
  flat = (): Flat => ({ offsets: this.offsets, entries: this.entries, most: this.most, made: this.made });
}
