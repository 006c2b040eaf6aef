import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../core/config.js';
import type { Tx } from '../core/database/db.js';
import { statisticsTable } from '../publication/index.js';
import { barredRecords } from './barred-records.view.js';
import { LogPositions, timeOf, type LogClock } from './log-positions.view.js';

export interface LogFilter {
  type?: string;
  subject?: string;
  actor?: string;
  from?: string;
  to?: string;
  clock?: LogClock;
  /** the entries that a public figure counts */
  figure?: string;
  id?: string;
  seq?: number;
  cursor?: string;
  limit?: number;
}

/** What narrows the log: a person's filters, and what they are barred from. */
@Injectable()
export class LogConditions {
  constructor(
    private readonly positions: LogPositions,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async of(tx: Tx, { staffId }: { staffId: string }, filter: LogFilter, types: string[]): Promise<{ where: string; values: unknown[] }> {
    const values: unknown[] = [];
    const value = (v: unknown) => `$${values.push(v)}`;
    const where = ['true'];
    if (filter.type) where.push(`e.type = ANY(${value(types.filter((t) => t === filter.type || t.startsWith(`${filter.type}.`)))})`);
    if (filter.figure) {
      const { event, when = {} } = statisticsTable.figures[filter.figure];
      where.push(`e.type = ${value(event)} AND e.public @> ${value(JSON.stringify(when))}::jsonb`);
    }
    if (filter.subject) where.push(`e.subject = ${value(filter.subject)}`);
    if (filter.actor) where.push(`e.office ->> 'actor' = ${value(filter.actor)}`);
    if (filter.id) where.push(`e.id = ${value(filter.id)}`);
    if (filter.seq) where.push(`s.seq = ${value(filter.seq)}`);
    const clock = filter.clock ?? 'true';
    for (const [day, ahead, sign] of [
      [filter.from, 0, '>='],
      [filter.to, 1, '<'],
    ] as const)
      if (day) {
        const at = `((${value(day)}::date + ${ahead})::timestamp AT TIME ZONE ${value(this.config.timeZone)})`;
        where.push(`${timeOf(clock)} ${sign} ${at}`);
        where.push(`e.position ${sign} ${value(await this.positions.at(tx, day, ahead, sign, clock))}`);
      }
    if (filter.cursor) where.push(`e.position < ${value(filter.cursor)}`);
    const barred = await barredRecords(tx, staffId);
    if (barred.length > 0) where.push(namesNone(value(barred)));
    return { where: where.join(' AND '), values };
  }
}

/** SQL: the event `e` names none of these records. */
export const namesNone = (barred: string): string =>
  `coalesce(e.subject, '') <> ALL(${barred}::text[]) AND NOT EXISTS (SELECT 1 FROM jsonb_each_text(e.office -> 'data') named WHERE named.value = ANY(${barred}::text[]))`;
