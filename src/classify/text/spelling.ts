const LETTERS = 128;
/** All letters beyond ASCII are taken for one. */
const pairAt = (text: string, at: number): number => letter(text.charCodeAt(at)) * LETTERS + letter(text.charCodeAt(at + 1));
const letter = (unit: number): number => (unit < LETTERS ? unit : 0);

/** Which pairs of letters begin words, and which end them: spares a look for what cannot be one. */
export class Spelling {
  private readonly first = new Uint8Array(LETTERS * LETTERS);
  private readonly last = new Uint8Array(LETTERS * LETTERS);
  private readonly often = new Float64Array(LETTERS).fill(1);
  constructor(words: Iterable<string>) {
    for (const word of words) {
      for (let i = 0; i < word.length; i++) this.often[letter(word.charCodeAt(i))] += 1;
      if (word.length < 2) continue;
      this.first[pairAt(word, 0)] = 1;
      this.last[pairAt(word, word.length - 2)] = 1;
    }
  }
  /** Begins and ends the stretch as words do? */
  fits = (text: string, from = 0, to = text.length): boolean =>
    to - from < 4 || (this.first[pairAt(text, from)] & this.last[pairAt(text, to - 2)]) === 1;
  begins = (pair: string): boolean => this.first[pairAt(pair, 0)] === 1;
  ends = (pair: string): boolean => this.last[pairAt(pair, 0)] === 1;
  /** How often words have a letter, as a logarithm. */
  likelihood = (of: string): number => Math.log(this.often[letter(of.charCodeAt(0))]);
}
