import type { Cell, Figures } from './count.js';

export const ALL = 'all';
/** One public number: a figure of a month, or of all months, for one group of words. */
export interface StatisticLine {
  figure: string;
  /** `2026-11`, or `all` */
  month: string;
  by: Record<string, string>;
  count: number;
  /** what the events of a figure with a sum add up to, else null */
  sum: number | null;
  /** of a figure with a median, else null */
  median: number | null;
}

const sorted = (by: Record<string, string>): [string, string][] => Object.entries(by).sort(([a], [b]) => (a < b ? -1 : 1));
export const lineKey = ({ figure, month, by }: Pick<StatisticLine, 'figure' | 'month' | 'by'>): string =>
  [figure, month, ...sorted(by).map(([field, word]) => `${field}=${word}`)].join(' ');

/** The value in the middle, the lower of two. */
export function medianOf(values: readonly { value: number; count: number }[]): number | null {
  const half = values.reduce((n, v) => n + v.count, 0) / 2;
  let passed = 0;
  for (const { value, count } of [...values].sort((a, b) => a.value - b.value)) {
    passed += count;
    if (passed >= half) return value;
  }
  return null;
}

/** Medians cannot be added up, so there is one for all words together, for each alone, and for none. */
function groupings(by: Record<string, string>): Record<string, string>[] {
  const each = Object.entries(by).map(([field, word]) => ({ [field]: word }));
  return each.length > 1 ? [by, ...each, {}] : [by, ...(each.length === 1 ? [{}] : [])];
}

/** The lines that are published of what was counted: by month and in all, by every word. */
export function statisticsOf(cells: Iterable<Cell>, figures: Figures): StatisticLine[] {
  const groups = new Map<string, { line: StatisticLine; values: { value: number; count: number }[] }>();
  for (const cell of cells) {
    const figure = figures[cell.figure];
    if (!figure) continue;
    const words = Object.fromEntries((figure.by ?? []).map((field) => [field, cell.by[field]]));
    const over = figure.median ? groupings(words) : [words];
    for (const month of [cell.month, ALL])
      for (const by of over) {
        const key = lineKey({ figure: cell.figure, month, by });
        let group = groups.get(key);
        if (!group) {
          const line = { figure: cell.figure, month, by, count: 0, sum: figure.sum ? 0 : null, median: null };
          groups.set(key, (group = { line, values: [] }));
        }
        group.line.count += cell.count;
        if (figure.sum) group.line.sum! += cell.sum;
        if (cell.value !== null) group.values.push({ value: cell.value, count: cell.count });
      }
  }
  return [...groups.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { line, values }]) => (figures[line.figure].median ? { ...line, median: medianOf(values) } : line));
}

/** Where two statistics differ, each line by its name; nothing where they agree. */
export function differences(
  ours: readonly StatisticLine[],
  theirs: readonly StatisticLine[],
): { line: string; here: string; there: string }[] {
  const told = (line?: StatisticLine): string => (line ? [line.count, line.sum ?? '-', line.median ?? '-'].join(' / ') : 'none');
  const [a, b] = [ours, theirs].map((lines) => new Map(lines.map((line) => [lineKey(line), line])));
  return [...new Set([...a.keys(), ...b.keys()])]
    .sort()
    .map((line) => ({ line, here: told(a.get(line)), there: told(b.get(line)) }))
    .filter(({ here, there }) => here !== there);
}
