import type { Words } from './words.js';

export interface IndexRules {
  k1: number;
  b: number;
  common_weight: number;
  name_weight: number;
  skip_from: number;
  assumed_claims: number;
}

/** How rare keys are, from 0 to 1, and what words of claims weigh by it: reckoned when asked for, and kept until the registry changes. */
export class Rarity {
  private rarities = new Float64Array(0);
  private weights = new Float32Array(0);
  constructor(
    private readonly words: Words,
    private readonly rules: IndexRules,
    private readonly claims: () => number,
  ) {}

  of(key: number): number {
    if (this.rarities.length < this.words.keyCount) this.rarities = new Float64Array(this.words.keyCount + (this.words.keyCount >> 3));
    return (this.rarities[key] ||= this.reckon(this.words.frequency.array[key]));
  }
  /** A small registry is weighed as if it were larger: a word is not rare because few claims are known. */
  private reckon(n: number): number {
    const all = Math.max(this.claims(), this.rules.assumed_claims);
    return Math.log(1 + (all - n + 0.5) / (n + 0.5)) / Math.log(1 + (all + 0.5) / 0.5);
  }
  /** How much a word of a claim weighs, by its form; 0 where `weightIn` was not asked yet. */
  all(): Float32Array {
    if (this.weights.length < this.words.size) this.weights = new Float32Array(this.words.size + (this.words.size >> 3));
    return this.weights;
  }
  weightIn(form: number): number {
    const weights = this.all();
    weights[form] = (this.words.isCommon(form) ? this.rules.common_weight : 1) * this.of(this.words.written.array[form]);
    return weights[form];
  }
  forget(): void {
    this.rarities.fill(0);
    this.weights.fill(0);
  }
}
