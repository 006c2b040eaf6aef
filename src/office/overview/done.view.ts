import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import { statisticsTable } from '../../publication/index.js';
import { LogPositions, timeOf } from '../log-positions.view.js';
import type { Done } from './overview.js';
import { overviewTable } from './overview-table.js';
import { percentOf, type OverviewPeriod } from './period.js';

/**
 * What was done, counted from the log by the rules of the public figures (`config/statistics.yaml`), so that the two cannot differ; this is
 * counted to the last moment, the public to what is published. Totals of the office: they count what a reader is barred from.
 */
@Injectable()
export class DoneView {
  constructor(private readonly positions: LogPositions) {}

  async run(tx: Tx, period: OverviewPeriod, moments: Date[]): Promise<Done[]> {
    const low = await this.positions.at(tx, period.before.from, 0, '>=', 'office');
    const done: Done[] = [];
    for (const name of overviewTable.done) done.push(await this.figure(tx, name, period, low, moments));
    return done;
  }

  private async figure(tx: Tx, name: string, { from, to }: OverviewPeriod, low: string, moments: Date[]): Promise<Done> {
    const { event, when = {}, sum, vi, en } = statisticsTable.figures[name];
    const counted = (condition: string) =>
      sum
        ? `(coalesce(sum((x.public ->> $6)::bigint) FILTER (WHERE ${condition}), 0))::float8`
        : `(count(*) FILTER (WHERE ${condition} AND $6::text IS NULL))::float8`;
    const [{ now, before }] = await tx.query<{ now: number; before: number }[]>(
      `SELECT ${counted('x.at >= $2')} AS now, ${counted('x.at < $2')} AS before
       FROM (SELECT ${timeOf('office')} AS at, e.public FROM core.events e WHERE e.type = $4 AND e.position >= $5 AND e.public @> $7::jsonb) x WHERE x.at >= $1 AND x.at < $3`,
      [...moments, event, low, sum ?? null, JSON.stringify(when)],
    );
    const query = `figure=${name}&clock=office&from=${from}&to=${to}`;
    return {
      figure: name,
      label: { vi, en },
      money: sum === 'amount',
      now,
      before,
      difference: now - before,
      percent: percentOf(now, before, overviewTable.rising.percent_from),
      list: `/api/log?${query}`,
      page: `/log?${query}`,
    };
  }
}
