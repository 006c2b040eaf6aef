const LETTERS = 128;
/** All letters beyond ASCII are taken for one. */
const pairAt = (text: string, at: number): number => letter(text.charCodeAt(at)) * LETTERS + letter(text.charCodeAt(at + 1));
const letter = (unit: number): number => (unit < LETTERS ? unit : 0);

/** Which pairs of letters begin words, and which end them: spares a look for what cannot be one. */
export class Spelling {
  private readonly begins = new Uint8Array(LETTERS * LETTERS);
  private readonly ends = new Uint8Array(LETTERS * LETTERS);
  constructor(words: Iterable<string>) {
    for (const word of words) {
      if (word.length < 2) continue;
      this.begins[pairAt(word, 0)] = 1;
      this.ends[pairAt(word, word.length - 2)] = 1;
    }
  }
  /** Begins and ends the stretch as words do? */
  fits = (text: string, from = 0, to = text.length): boolean =>
    to - from < 4 || (this.begins[pairAt(text, from)] & this.ends[pairAt(text, to - 2)]) === 1;
}
