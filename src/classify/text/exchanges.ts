import type { TextRules } from './rules.js';

const A = 97;
const LETTERS = 26;
const MOST = 3;
type Letters = ReadonlyMap<string, string>;

const alphabet = (to: (i: number) => number): Letters =>
  new Map(Array.from({ length: LETTERS }, (_, i) => [String.fromCharCode(A + i), String.fromCharCode(A + (to(i) % LETTERS))]));
const shifts = Array.from({ length: LETTERS }, (_, n) => n);
const TABLES = [...shifts.slice(1).map((n) => alphabet((i) => i + n)), ...shifts.map((n) => alphabet((i) => LETTERS + n - i))];

/** The alphabets, moved along or turned round, by which the letters of a text come out as often as they do in words. */
export function exchanges(text: string, { spelling }: TextRules): Letters[] {
  const many = new Map<string, number>();
  for (const c of text) if (c >= 'a' && c <= 'z') many.set(c, (many.get(c) ?? 0) + 1);
  const likely = (letters: Letters) => {
    let sum = 0;
    for (const [c, times] of many) sum += times * spelling.likelihood(letters.get(c)!);
    return sum;
  };
  return TABLES.map((letters) => ({ letters, sum: likely(letters) }))
    .toSorted((a, b) => b.sum - a.sum)
    .slice(0, MOST)
    .map(({ letters }) => letters);
}
