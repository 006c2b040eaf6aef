/** What another's rating says of a claim: that it is false, that it is not, or neither for sure. */
export type Verdict = 'false' | 'not-false' | 'unclear';
export interface RatingTable {
  half: number;
  false: string[];
  not_false: string[];
}
export interface Rating {
  words: string | null;
  value?: number;
  worst?: number;
  best?: number;
}

/** In one form: without marks, case and punctuation. */
const plain = (words: string): string =>
  words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/gu, 'd')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
export const ratingWords = (words: readonly string[]): ReadonlySet<string> => new Set(words.map(plain));

/** By its words, which its publisher chose, before its number; words that contradict the number decide nothing. */
export function verdictOf({ words, value, worst, best }: Rating, table: RatingTable): Verdict {
  const said = words === null ? '' : plain(words);
  const byWords = ratingWords(table.false).has(said) ? 'false' : ratingWords(table.not_false).has(said) ? 'not-false' : null;
  const counted = value !== undefined && worst !== undefined && best !== undefined && best > worst && value >= worst && value <= best;
  const byNumber = counted ? ((value - worst) / (best - worst) >= table.half ? 'not-false' : 'false') : null;
  if (byWords && byNumber && byWords !== byNumber) return 'unclear';
  return byWords ?? byNumber ?? 'unclear';
}
