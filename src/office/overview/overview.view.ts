import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../core/config.js';
import { Db, type Tx } from '../../core/database/db.js';
import type { Reader } from '../section.js';
import { DoneView } from './done.view.js';
import type { Overview } from './overview.js';
import { overviewTable } from './overview-table.js';
import { periodOf, type OverviewPeriod } from './period.js';
import { RisesView } from './rises.view.js';
import { WaitingListView } from './waiting-list.view.js';
import { WaitsView } from './waits.view.js';

/** The office at a glance, in one snapshot: what rises, what waits, what is late, what was done. It counts records and never persons. */
@Injectable()
export class OverviewView {
  constructor(
    private readonly db: Db,
    private readonly rising: RisesView,
    private readonly waiting: WaitsView,
    private readonly ending: WaitingListView,
    private readonly doing: DoneView,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  run(reader: Reader): Promise<Overview> {
    return this.db.read(async (tx) => {
      const [{ now, today }] = await tx.query<{ now: Date; today: string }[]>(
        'SELECT core.office_now() AS now, (core.office_now() AT TIME ZONE $1)::date::text AS today',
        [this.config.timeZone],
      );
      const period = periodOf(today, overviewTable.period_days);
      const moments = await this.moments(tx, period);
      return {
        asOf: now,
        period,
        rises: await this.rising.run(tx, reader, period, moments),
        waits: await this.waiting.waits(tx, reader),
        late: [
          ...(await this.waiting.late(tx, reader)),
          ...(await this.ending.figures(tx, reader)),
          ...(await this.waiting.dead(tx, reader)),
        ],
        done: await this.doing.run(tx, reader, period, moments),
      };
    });
  }

  /** When the earlier span begins, when the later one does, and when that ends. */
  private async moments(tx: Tx, { from, to, before }: OverviewPeriod): Promise<Date[]> {
    const days = [before.from, from, to];
    const rows = await tx.query<{ at: Date }[]>(
      'SELECT ((d.day::date + d.ahead)::timestamp AT TIME ZONE $2) AS at FROM unnest($1::text[], ARRAY[0, 0, 1]) AS d(day, ahead) ORDER BY at',
      [days, this.config.timeZone],
    );
    return rows.map((r) => r.at);
  }
}
