import { bare } from '../text/syllable.js';

const GRAM = 4;
const TONE = /(?<=\p{L})\d$/u;
const known = new Map<string, readonly string[]>();
const MOST_KNOWN = 50_000;

/** The runs of four letters of a word, its two ends included; marks do not count. */
export function gramsOf(exact: string): readonly string[] {
  let grams = known.get(exact);
  if (!grams) {
    if (known.size >= MOST_KNOWN) known.clear();
    const padded = ` ${bare(exact).replace(TONE, '')} `;
    grams = [...new Set(Array.from({ length: Math.max(1, padded.length - GRAM + 1) }, (_, i) => padded.slice(i, i + GRAM)))];
    known.set(exact, grams);
  }
  return grams;
}

/** How rare runs of letters are among the words of the registry: what makes two spellings of a name alike. */
export class Letters {
  private readonly words = new Map<string, number>();
  private readonly grams = new Map<string, number>();
  private all = 0;
  private claims = 0;

  /** Takes a claim in, by its words. */
  put(words: Iterable<string>): void {
    this.claims += 1;
    for (const word of words) {
      this.words.set(word, (this.words.get(word) ?? 0) + 1);
      this.all += gramsOf(word).length;
    }
  }
  /** Counts the runs, after the last claim; a run in two words of a claim counts twice. */
  count(): void {
    for (const [word, n] of this.words) for (const gram of gramsOf(word)) this.grams.set(gram, (this.grams.get(gram) ?? 0) + n);
  }
  private rarity(gram: string): number {
    const n = Math.min(this.claims, this.grams.get(gram) ?? 0);
    return Math.log(1 + (this.claims - n + 0.5) / (n + 0.5));
  }

  /** BM25 of a claim's runs of letters (k1 0.9, b 0.4) for a post that holds these. */
  score(words: readonly string[], held: ReadonlySet<string>): number {
    const heard = new Map<string, number>();
    let length = 0;
    for (const word of words)
      for (const gram of gramsOf(word)) {
        length += 1;
        if (held.has(gram)) heard.set(gram, (heard.get(gram) ?? 0) + 1);
      }
    const bound = 0.9 * (0.6 + (0.4 * length * this.claims) / Math.max(1, this.all));
    let sum = 0;
    for (const [gram, n] of heard) sum += (this.rarity(gram) * n * 1.9) / (n + bound);
    return sum;
  }
}
