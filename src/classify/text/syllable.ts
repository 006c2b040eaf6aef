/** How a Vietnamese syllable is built: an onset and a rime, written without marks. */
export interface Syllables {
  onsets: readonly string[];
  rimes: readonly string[];
}

const TONES: Record<string, string> = { '\u0300': '2', '\u0301': '1', '\u0303': '4', '\u0309': '3', '\u0323': '5' };

// oxlint-disable-next-line no-control-regex
const ASCII = /^[\x00-\x7f]*$/;

/** A word without any mark: đường → duong. */
export const bare = (word: string): string => (ASCII.test(word) ? word : word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd'));

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

export class SyllableTable {
  private readonly whole: Set<string>;
  constructor(table: Syllables) {
    this.whole = new Set(['', ...table.onsets].flatMap((onset) => table.rimes.map((rime) => onset + rime)));
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
    const best: ({ cost: number; from: number } | undefined)[] = [{ cost: 0, from: 0 }];
    for (let end = 1; end <= run.length; end++)
      for (let from = Math.max(0, end - 12); from < end; from++) {
        const before = best[from];
        if (!before) continue;
        const total = before.cost + this.cost(run.slice(from, end), known, hashtag);
        if (total < (best[end]?.cost ?? Infinity)) best[end] = { cost: total, from };
      }
    const pieces: string[] = [];
    for (let end = run.length; end > 0; end = best[end]!.from) {
      if (!best[end]) return null;
      pieces.unshift(run.slice(best[end]!.from, end));
    }
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
