import { Injectable } from '@nestjs/common';
import type { Label } from '../core/glossary/glossary.js';
import { statisticsTable, StatisticsView, type AsOf } from '../publication/index.js';
import { dayAfter } from './overview/period.js';

/** A public figure of one month, and the entries of the log that make it. */
export interface MonthlyFigure {
  month: string;
  /** how many entries, and what they add up to where the figure is a sum */
  count: number;
  sum: number | null;
  list: string;
  page: string;
}
export interface PublicFigure {
  figure: string;
  label: Label;
  event: string;
  money: boolean;
  months: MonthlyFigure[];
}
export interface PublicFigures {
  asOf: AsOf;
  figures: PublicFigure[];
}

/** The public figures as they are published, month by month, newest first. A median is left out: it is no number of entries. */
@Injectable()
export class PublicFiguresView {
  constructor(private readonly statistics: StatisticsView) {}

  async run(): Promise<PublicFigures> {
    const { asOf, lines } = await this.statistics.run();
    const figures = Object.entries(statisticsTable.figures).filter(([, f]) => !f.median);
    return {
      asOf,
      figures: figures.map(([figure, { vi, en, event, sum }]) => {
        const months = new Map<string, { count: number; sum: number | null }>();
        for (const line of lines.filter((l) => l.figure === figure && l.month !== 'all')) {
          const known = months.get(line.month);
          months.set(line.month, {
            count: (known?.count ?? 0) + line.count,
            sum: line.sum === null ? null : (known?.sum ?? 0) + line.sum,
          });
        }
        return {
          figure,
          label: { vi, en },
          event,
          money: sum === 'amount' || sum === 'refund',
          months: [...months].sort(([a], [b]) => (a < b ? 1 : -1)).map(([month, n]) => ({ month, ...n, ...entriesOf(figure, month) })),
        };
      }),
    };
  }
}

function entriesOf(figure: string, month: string): { list: string; page: string } {
  const [year, number] = month.split('-').map(Number);
  const next = `${number === 12 ? year + 1 : year}-${String((number % 12) + 1).padStart(2, '0')}-01`;
  const query = `figure=${figure}&clock=office&from=${month}-01&to=${dayAfter(next, -1)}`;
  return { list: `/api/log?${query}`, page: `/log?${query}` };
}
