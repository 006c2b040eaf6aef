import { fits, wordOf, type PublicPart, type When } from './public-part.js';

/** One figure, as `config/statistics.yaml` tells it. */
export interface Figure {
  event: string;
  when?: When;
  by?: string[];
  sum?: string;
  median?: string;
  reverses?: string;
}
export type Figures = Record<string, Figure>;
/** So many events of one month with the same words; a median keeps each value of its field as a cell. */
export interface Cell {
  figure: string;
  month: string;
  by: Record<string, string>;
  value: number | null;
  count: number;
  sum: number;
}
export type Cells = Map<string, Cell>;
export type Counter = (part: PublicPart, cells: Cells) => void;

const whole = (value: unknown): number => (Number.isSafeInteger(value) ? (value as number) : 0);

/** Counts events one after the other; the only place where a public figure comes from. */
export function counterOf(figures: Figures, dayOf: (moment: string) => string): Counter {
  const byEvent = new Map<string, [string, Figure][]>();
  for (const [name, figure] of Object.entries(figures)) byEvent.set(figure.event, [...(byEvent.get(figure.event) ?? []), [name, figure]]);
  return (part, cells) => {
    for (const [name, figure] of byEvent.get(part.type) ?? []) {
      if (!fits(part, figure.when)) continue;
      const month = dayOf(part.officeAt).slice(0, 7);
      const words = (figure.by ?? []).map((field) => wordOf(part, field));
      const value = figure.median ? whole(part[figure.median]) : null;
      const key = [name, month, value ?? '', ...words].join('\n');
      let cell = cells.get(key);
      if (!cell) {
        const by = Object.fromEntries((figure.by ?? []).map((field, i) => [field, words[i]]));
        cell = { figure: name, month, by, value, count: 0, sum: 0 };
        cells.set(key, cell);
      }
      cell.count += 1;
      if (figure.sum) cell.sum += whole(part[figure.sum]);
    }
  };
}
