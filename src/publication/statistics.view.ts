import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../core/config.js';
import { Db } from '../core/database/db.js';
import type { SignedHead } from '../core/events/head-keeper.js';
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
  private head: { seq: number; signed: SignedHead | null } | null = null;
  private kept: (Statistics & { revision: number }) | null = null;
  constructor(
    private readonly db: Db,
    private readonly rows: StatisticsRepository,
    private readonly heads: PublicHeads,
    @Inject(CONFIG) readonly config: Config,
  ) {}

  async asOf(): Promise<AsOf & { revision: number }> {
    const [row] = await this.db.once<{ seq: string; revision: number; officeAt: Date | null }[]>(
      'SELECT seq::text, revision, office_at AS "officeAt" FROM publication.counted',
    );
    const seq = Number(row.seq);
    // what was counted ends with a signed head, which stays the same
    if (this.head?.seq !== seq) this.head = { seq, signed: await this.heads.newest(seq) };
    const { signed } = this.head;
    return {
      seq,
      head: signed?.head ?? null,
      signedAt: signed?.at ?? null,
      officeAt: row.officeAt,
      revision: row.revision,
    };
  }

  async run(): Promise<Statistics> {
    const { revision, ...asOf } = await this.asOf();
    if (this.kept?.asOf.seq !== asOf.seq || this.kept.revision !== revision) {
      const cells = await this.db.read(async (tx) => ({ cells: await this.rows.cells(tx), ...(await this.rows.stands(tx)) }));
      if (cells.seq !== asOf.seq || cells.revision !== revision) return this.run();
      this.kept = {
        asOf,
        revision,
        lines: statisticsOf(cells.cells, statisticsTable.figures),
        breakdowns: breakdownsOf(cells.cells, statisticsTable.breakdowns, statisticsTable.smallest_cell),
      };
    }
    const { lines, breakdowns } = this.kept;
    return { asOf: this.kept.asOf, lines, breakdowns };
  }
}
