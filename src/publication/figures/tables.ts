import type { Figures } from './count.js';
import type { StatisticLine } from './statistics.js';

const places = new WeakMap<readonly StatisticLine[], Map<string, StatisticLine[]>>();
/** The lines of one figure in one month; of the same lines, they are sorted out once. */
function linesOf(lines: readonly StatisticLine[], name: string, month: string): StatisticLine[] {
  let known = places.get(lines);
  if (!known) {
    known = new Map();
    for (const line of lines) {
      const place = `${line.figure} ${line.month}`;
      const there = known.get(place);
      if (there) there.push(line);
      else known.set(place, [line]);
    }
    places.set(lines, known);
  }
  return known.get(`${name} ${month}`) ?? [];
}

/** What a table shows of a figure: its sum or median where it has one, else how many. */
export function shownOf(
  figures: Figures,
  lines: readonly StatisticLine[],
  name: string,
  month: string,
  where: Record<string, string> = {},
): number | null {
  const fits = (line: StatisticLine): boolean => Object.entries(where).every(([field, word]) => line.by[field] === word);
  const found = linesOf(lines, name, month).filter(fits);
  if (figures[name].median) {
    const fields = Object.keys(where).length;
    return found.find((line) => Object.keys(line.by).length === fields)?.median ?? null;
  }
  return found.reduce((n, line) => n + (line.sum ?? line.count), 0);
}

/** The words under a field that any of these figures were counted by in a month, in order. */
export const wordsUnder = (lines: readonly StatisticLine[], names: readonly string[], month: string, field: string): string[] =>
  [...new Set(lines.filter((line) => names.includes(line.figure) && line.month === month).flatMap((line) => line.by[field] ?? []))].sort();

export const monthsOf = (lines: readonly StatisticLine[], all: string): string[] =>
  [...new Set(lines.map((line) => line.month))]
    .filter((month) => month !== all)
    .sort()
    .reverse();
