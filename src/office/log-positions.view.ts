import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../core/config.js';
import type { Tx } from '../core/database/db.js';

export type LogClock = 'true' | 'office';
/** Events are recorded in the order of their positions but for transactions that ran side by side. */
const SIDE_BY_SIDE = '5 minutes';
/** SQL: when an event was recorded, by the one clock or the other. Neither ever goes back. */
export const timeOf = (clock: LogClock): string => `(e.office ->> '${clock === 'office' ? 'officeAt' : 'recordedAt'}')::timestamptz`;

/** Where a day begins in the log: no index knows times, but positions follow them. */
@Injectable()
export class LogPositions {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** By halving: a position that certainly lies before (or after) the beginning of a day, `ahead` days later. */
  async at(tx: Tx, day: string, ahead: number, sign: '>=' | '<', clock: LogClock = 'true'): Promise<string> {
    const [{ position }] = await tx.query<{ position: string }[]>(
      `WITH RECURSIVE halved(low, high) AS (
         SELECT 0::bigint, coalesce(max(position), 0) + 1 FROM core.events
         UNION ALL SELECT CASE WHEN x.before THEN x.middle + 1 ELSE x.low END, CASE WHEN x.before THEN x.high ELSE x.middle END FROM (
           SELECT h.low, h.high, (h.low + h.high) / 2 AS middle, coalesce((SELECT ${timeOf(clock)} < (($1::date + $2::int)::timestamp AT TIME ZONE $3) ${sign === '<' ? '+' : '-'} interval '${SIDE_BY_SIDE}'
             FROM core.events e WHERE e.position >= (h.low + h.high) / 2 ORDER BY e.position LIMIT 1), false) AS before
           FROM halved h WHERE h.low < h.high) x)
       SELECT low::text AS position FROM halved WHERE low >= high LIMIT 1`,
      [day, ahead, this.config.timeZone],
    );
    return position;
  }
}
