import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import { statisticsTable } from '../../publication/index.js';
import { barredRecords } from '../barred-records.view.js';
import { namesNone } from '../log-conditions.view.js';
import { LogPositions, timeOf } from '../log-positions.view.js';
import type { Reader } from '../section.js';
import type { Done } from './overview.js';
import { overviewTable } from './overview-table.js';
import { dayAfter, percentOf, type OverviewPeriod } from './period.js';

/**
 * What was done, counted from the log by the rules of the public figures (`config/statistics.yaml`), so that the two cannot differ; this is
 * counted to the last moment, the public to what is published. What the reader is barred from is not in it, as in the log behind it.
 */
@Injectable()
export class DoneView {
  constructor(private readonly positions: LogPositions) {}

  async run(tx: Tx, reader: Reader, period: OverviewPeriod, moments: Date[]): Promise<Done[]> {
    const barred = await barredRecords(tx, reader.staffId);
    const days = [period.before.from, period.from, dayAfter(period.to, 1)];
    const edges: Edge[] = [];
    for (const [n, day] of days.entries()) {
      const [low, high] = [await this.positions.at(tx, day, 0, '>=', 'office'), await this.positions.at(tx, day, 0, '<', 'office')];
      edges.push({ at: moments[n], low, high });
    }
    const done: Done[] = [];
    for (const name of overviewTable.done) done.push(await this.figure(tx, name, period, edges, barred));
    return done;
  }

  private async figure(tx: Tx, name: string, { from, to }: OverviewPeriod, [begin, middle, end]: Edge[], barred: string[]): Promise<Done> {
    const { sum, vi, en } = statisticsTable.figures[name];
    const [before, now] = [await this.counted(tx, name, begin, middle, barred), await this.counted(tx, name, middle, end, barred)];
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

  /** What lies surely inside is counted without looking at its time, from the index alone where nothing but the type is asked. */
  private async counted(tx: Tx, name: string, from: Edge, to: Edge, barred: string[]): Promise<number> {
    const { event, when, sum } = statisticsTable.figures[name];
    const values: unknown[] = [event];
    const value = (v: unknown) => `$${values.push(v)}`;
    const fits = when ? `AND e.public @> ${value(JSON.stringify(when))}::jsonb` : '';
    const known = barred.length > 0 ? `AND ${namesNone(value(barred))}` : '';
    const counts = sum ? `coalesce(sum((e.public ->> ${value(sum)})::bigint), 0)` : 'count(*)';
    const within = `AND ${timeOf('office')} >= ${value(from.at)} AND ${timeOf('office')} < ${value(to.at)}`;
    const among = (low: string, high: string, time: string) =>
      `(SELECT ${counts} FROM core.events e WHERE e.type = $1 AND e.position >= ${value(low)} AND e.position < ${value(high)} ${fits} ${known} ${time})`;
    const apart = BigInt(from.high) < BigInt(to.low);
    const parts = apart
      ? [among(from.low, from.high, within), among(from.high, to.low, ''), among(to.low, to.high, within)]
      : [among(from.low, to.high, within)];
    const [{ n }] = await tx.query<{ n: number }[]>(`SELECT (${parts.join(' + ')})::float8 AS n`, values);
    return n;
  }
}
/** Where a day begins: when, and two positions between which that lies. */
interface Edge {
  at: Date;
  low: string;
  high: string;
}
