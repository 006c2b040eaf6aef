import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../core/config.js';
import { Db } from '../core/database/db.js';
import { breakdownsOf, type BreakdownLine } from './figures/breakdown.js';
import { statisticsOf, type StatisticLine } from './figures/statistics.js';
import { PublicHeads } from './public-log/heads.adapter.js';
import { StatisticsRepository } from './statistics.repository.js';
import { statisticsTable } from './statistics-table.js';

/** Until when something that is published was counted. */
export interface AsOf {
  /** the last event of the log that is counted */
  seq: number;
  head: string | null;
  signedAt: string | null;
  /** the time of that event by the office clock */
  officeAt: Date | null;
}
export interface Statistics {
  asOf: AsOf;
  lines: StatisticLine[];
  breakdowns: BreakdownLine[];
}

/** The public figures. What was counted changes only as the log grows, so it is put together once for each step. */
@Injectable()
export class StatisticsView {
  private kept: (Statistics & { definition: string }) | null = null;
  constructor(
    private readonly db: Db,
    private readonly rows: StatisticsRepository,
    private readonly heads: PublicHeads,
    @Inject(CONFIG) readonly config: Config,
  ) {}

  async asOf(): Promise<AsOf & { definition: string }> {
    const [row] = await this.db.once<{ seq: string; definition: string; officeAt: Date | null }[]>(
      'SELECT seq::text, definition, office_at AS "officeAt" FROM publication.counted',
    );
    const head = await this.heads.newest(Number(row.seq));
    return {
      seq: Number(row.seq),
      head: head?.head ?? null,
      signedAt: head?.at ?? null,
      officeAt: row.officeAt,
      definition: row.definition,
    };
  }

  async run(): Promise<Statistics> {
    const { definition, ...asOf } = await this.asOf();
    if (this.kept?.asOf.seq !== asOf.seq || this.kept.definition !== definition) {
      const cells = await this.db.read(async (tx) => ({ cells: await this.rows.cells(tx), seq: await this.rows.seq(tx) }));
      if (cells.seq !== asOf.seq) return this.run();
      this.kept = {
        asOf,
        definition,
        lines: statisticsOf(cells.cells, statisticsTable.figures),
        breakdowns: breakdownsOf(cells.cells, statisticsTable.breakdowns, statisticsTable.smallest_cell),
      };
    }
    const { lines, breakdowns } = this.kept;
    return { asOf: this.kept.asOf, lines, breakdowns };
  }
}
