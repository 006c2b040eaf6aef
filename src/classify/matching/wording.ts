import type { ClaimIndex } from './claim-index.js';
import { formIn, isName } from './claim-store.js';

/** A wording of a claim, word by word; `weights` are how rare each word is, less where it carries little, from 0 to 1. */
export interface Wording {
  length: number;
  forms: Int32Array;
  families: Int32Array;
  weights: Float32Array;
  numbers: boolean[];
  names: boolean[];
  total: number;
  /** as it is written, marks kept */
  readonly exact: string[];
}

/** Room for a wording that is read where another was. */
export class WordingRoom implements Wording {
  length = 0;
  total = 0;
  forms = new Int32Array(0);
  families = new Int32Array(0);
  weights = new Float32Array(0);
  numbers: boolean[] = [];
  names: boolean[] = [];
  private texts: string[] | null = null;
  constructor(private readonly index: ClaimIndex) {}

  get exact(): string[] {
    return (this.texts ??= Array.from({ length: this.length }, (_, i) => this.index.words.exact(this.forms[i])));
  }
  /** Reads a wording of the index by its number. */
  read(wording: number): this {
    const { store, words, rarity } = this.index;
    const from = store.wordsFrom(wording);
    this.length = store.wordsFrom(wording + 1) - from;
    if (this.forms.length < this.length) {
      [this.forms, this.families] = [new Int32Array(this.length), new Int32Array(this.length)];
      this.weights = new Float32Array(this.length);
    }
    this.total = 0;
    this.texts = null;
    const weights = rarity.all();
    for (let i = 0; i < this.length; i++) {
      const word = store.words.array[from + i];
      const form = formIn(word);
      this.forms[i] = form;
      this.families[i] = words.family.array[form];
      this.weights[i] = weights[form] || rarity.weightIn(form);
      this.total += this.weights[i];
      this.numbers[i] = words.isNumber(form);
      this.names[i] = isName(word);
    }
    return this;
  }
}
