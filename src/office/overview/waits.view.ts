import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import { gaveUp } from '../office-table.js';
import { DESK_SQL, GAVE_UP, LATE_SQL, type Counted } from './desks.view.js';
import type { Waiting } from './overview.js';
import { DESKS, overviewTable } from './overview-table.js';
import type { Reader } from '../section.js';

/** The reader and the handler stand in every query, whether it asks for them or not. */
export const SCOPE = '$1::uuid IS NOT NULL AND ($2::text IS NULL OR true)';

/**
 * What waits and what is late, whomever it waits for. What the reader is barred from is neither counted nor listed, so that each figure
 * is the number of lines of its list. Nothing is counted past `count_to`; the oldest come first, so “since when” holds all the same.
 */
@Injectable()
export class WaitsView {
  async waits(tx: Tx, reader: Reader): Promise<Waiting[]> {
    const found: Waiting[] = [];
    for (const name of DESKS) found.push(...(await this.figure(tx, reader, name, DESK_SQL[name], overviewTable.waits[name])));
    return found;
  }

  async late(tx: Tx, reader: Reader): Promise<Waiting[]> {
    const found: Waiting[] = [];
    for (const [name, counted] of Object.entries(LATE_SQL)) found.push(...(await this.figure(tx, reader, name, counted, null)));
    return found;
  }

  /** Work that gave up, by what that means. */
  async dead(tx: Tx, reader: Reader): Promise<Waiting[]> {
    if (!reader.rights.has(GAVE_UP.right)) return [];
    const rows = await tx.query<{ handler: string }[]>(
      `SELECT DISTINCT handler FROM core.deliveries WHERE state = 'dead' ORDER BY handler`,
    );
    const found: Waiting[] = [];
    for (const { handler } of rows) {
      const list = `/api/overview/lists/gave-up?handler=${handler}`;
      const page = `/overview/gave-up?handler=${handler}`;
      for (const figure of await this.figure(tx, reader, 'gave-up', { ...GAVE_UP, list, page }, null, handler))
        if (figure.count > 0) found.push({ ...figure, label: gaveUp(handler, figure.count) });
    }
    return found;
  }

  private async figure(
    tx: Tx,
    reader: Reader,
    name: string,
    { right, sql, clock, list, page }: Counted,
    afterDays: number | null,
    handler: string | null = null,
  ): Promise<Waiting[]> {
    if (!reader.rights.has(right)) return [];
    const most = overviewTable.count_to;
    const now = clock === 'true' ? 'clock_timestamp()' : 'core.office_now()';
    const [row] = await tx.query<{ n: number; since: Date | null; tooLong: number }[]>(
      `SELECT count(*)::int AS n, min(y.since) AS since, (count(*) FILTER (WHERE y.since < $3::timestamptz))::int AS "tooLong"
       FROM (SELECT x.since FROM (${sql}) x WHERE ${SCOPE} ORDER BY x.since LIMIT ${most + 1}) y`,
      [reader.staffId, handler, await this.ago(tx, now, afterDays)],
    );
    return [
      {
        name,
        label: null,
        count: Math.min(row.n, most),
        more: row.n > most,
        since: row.since,
        clock,
        tooLong: Math.min(row.tooLong, most),
        afterDays,
        list: list ?? `/api/overview/lists/${name}`,
        page: page ?? `/overview/${name}`,
      },
    ];
  }
  private async ago(tx: Tx, now: string, days: number | null): Promise<Date | null> {
    if (days === null) return null;
    const [{ at }] = await tx.query<{ at: Date }[]>(`SELECT ${now} - make_interval(days => $1) AS at`, [days]);
    return at;
  }
}
