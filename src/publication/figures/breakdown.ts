import type { Cell, Figures } from './count.js';
import { suppressed } from './suppress.js';

/** How a figure of the public log splits by fields that only the office parts hold. */
export interface BreakdownRule {
  event: string;
  by: string[];
  /** the field of the office part */
  office: string;
  words: string[];
}
export type BreakdownRules = Record<string, BreakdownRule>;
export interface BreakdownLine {
  breakdown: string;
  month: string;
  by: Record<string, string>;
  /** null: hidden, since it or another of its row counts too few */
  count: number | null;
}

/** Breakdowns are counted as figures are. */
export const asFigures = (rules: BreakdownRules): Figures =>
  Object.fromEntries(Object.entries(rules).map(([name, { event, by, office }]) => [name, { event, by: [...by, office] }]));

/** By month only: months that add up to a total would give hidden cells away. */
export function breakdownsOf(cells: readonly Cell[], rules: BreakdownRules, smallest: number): BreakdownLine[] {
  return Object.entries(rules).flatMap(([breakdown, { by, office, words }]) => {
    const rows = new Map<string, { month: string; known: Record<string, string>; counts: number[] }>();
    for (const cell of cells.filter((c) => c.figure === breakdown)) {
      const known = Object.fromEntries(by.map((field) => [field, cell.by[field]]));
      const key = [cell.month, ...Object.values(known)].join('\n');
      const row = rows.get(key) ?? { month: cell.month, known, counts: words.map(() => 0) };
      row.counts[words.indexOf(cell.by[office])] += cell.count;
      rows.set(key, row);
    }
    return [...rows.entries()]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([, { month, known, counts }]) =>
        suppressed(counts, smallest).map((count, i) => ({ breakdown, month, by: { ...known, [office]: words[i] }, count })),
      );
  });
}
