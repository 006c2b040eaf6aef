/** How a Vietnamese syllable is built: an onset and a rime, written without marks. */
export interface Syllables {
  onsets: readonly string[];
  rimes: readonly string[];
}

const TONES: Record<string, string> = { '\u0300': '2', '\u0301': '1', '\u0303': '4', '\u0309': '3', '\u0323': '5' };

const without = (letters: string): string => letters.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');
const plain = new Array<string | undefined>(0x10000);
const ASCII = 0x7f;
const SURROGATES = { from: 0xd800, to: 0xdfff };

/** A word without any mark: đường → duong. */
export function bare(word: string): string {
  let out = '';
  let same = 0;
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i);
    if (unit <= ASCII) continue;
    if (unit >= SURROGATES.from && unit <= SURROGATES.to) return without(word);
    out += word.slice(same, i) + (plain[unit] ??= without(word[i]));
    same = i + 1;
  }
  return same === 0 ? word : out + word.slice(same);
}

/** A word whose tone stands at its end, so that hòa and hoà are one: both are hoa2. */
export function toneLast(word: string): string {
  let tone = '';
  const letters = word.normalize('NFD').replace(/[\u0300\u0301\u0303\u0309\u0323]/g, (mark) => {
    tone = TONES[mark];
    return '';
  });
  return letters.normalize('NFC') + tone;
}

const DIGITS = /^\d+$/;
const NINE = 0x39;
const LONGEST_PIECE = 12;

export class SyllableTable {
  private readonly whole: Set<string>;
  private readonly longest: number;
  constructor(table: Syllables) {
    this.whole = new Set(['', ...table.onsets].flatMap((onset) => table.rimes.map((rime) => onset + rime)));
    this.longest = Math.max(0, ...Array.from(this.whole, (syllable) => syllable.length));
  }
  all(): Iterable<string> {
    return this.whole;
  }
  has(word: string): boolean {
    return this.whole.has(word);
  }

  /** Where a run without spaces falls into syllables; a hashtag also into other known words. Null when it does not, or only into crumbs. */
  split(run: string, known: (word: string) => boolean, hashtag = false): string[] | null {
    if (run.length < 4 || run.length > 60) return null;
    const best = new Float64Array(run.length + 1).fill(Infinity);
    const begins = new Uint8Array(run.length + 1);
    best[0] = 0;
    for (let end = 1; end <= run.length; end++)
      for (let from = Math.max(0, end - LONGEST_PIECE); from < end; from++) {
        // no piece costs less than 1
        if (best[from] + 1 >= best[end] || (!hashtag && end - from > this.longest && run.charCodeAt(from) > NINE)) continue;
        const total = best[from] + this.cost(run.slice(from, end), known, hashtag);
        if (total >= best[end]) continue;
        best[end] = total;
        begins[end] = from;
      }
    if (best[run.length] === Infinity) return null;
    const pieces: string[] = [];
    for (let end = run.length; end > 0; end = begins[end]) pieces.unshift(run.slice(begins[end], end));
    return pieces.length > 1 && run.length / pieces.length >= 2.5 && pieces.filter((p) => known(p)).length * 2 >= pieces.length
      ? pieces
      : null;
  }

  private cost(piece: string, known: (word: string) => boolean, hashtag: boolean): number {
    const syllable = this.whole.has(piece);
    if (!syllable && piece.charCodeAt(0) <= NINE && DIGITS.test(piece)) return 1.2;
    if (!hashtag && !syllable) return Infinity;
    if (piece.length > 1 && known(piece)) return 1;
    return syllable ? (piece.length > 1 ? 1.6 : 4) : Infinity;
  }
}
