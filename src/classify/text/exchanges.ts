import type { TextRules } from './rules.js';

const A = 97;
const LETTERS = 26;
const MOST = 2;
/** of fewer letters it tells nothing how often each comes */
const FEWEST = 20;
type Letters = ReadonlyMap<string, string>;

const shifts = Array.from({ length: LETTERS }, (_, n) => n);
const ORDERS = [
  ...shifts.slice(1).map((n) => shifts.map((i) => (i + n) % LETTERS)),
  ...shifts.map((n) => shifts.map((i) => (LETTERS + n - i) % LETTERS)),
];
const letterOf = (i: number): string => String.fromCharCode(A + i);
const TABLES: Letters[] = ORDERS.map((order) => new Map(order.map((to, i) => [letterOf(i), letterOf(to)])));

/** The alphabets, moved along or turned round, by which the letters of a text come out as often as they do in words. */
export function exchanges(text: string, { spelling }: TextRules): Letters[] {
  const many = new Float64Array(LETTERS);
  for (let at = 0; at < text.length; at++) {
    const i = text.charCodeAt(at) - A;
    if (i >= 0 && i < LETTERS) many[i] += 1;
  }
  if (many.reduce((sum, n) => sum + n, 0) < FEWEST) return [];
  const likelihood = shifts.map((i) => spelling.likelihood(letterOf(i)));
  return ORDERS.map((order, table) => ({ table, sum: order.reduce((sum, to, i) => sum + many[i] * likelihood[to], 0) }))
    .toSorted((a, b) => b.sum - a.sum)
    .slice(0, MOST)
    .map(({ table }) => TABLES[table]);
}
