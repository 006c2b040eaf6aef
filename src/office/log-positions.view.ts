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

  /** A position that certainly lies before (or after) the beginning of a day, `ahead` days later. */
  async at(tx: Tx, day: string, ahead: number, sign: '>=' | '<', clock: LogClock = 'true'): Promise<string> {
    const [{ most }] = await tx.query<{ most: string }[]>('SELECT coalesce(max(position), 0)::text AS most FROM core.events');
    let [low, high] = [0n, BigInt(most) + 1n];
    while (low < high) {
      const middle = (low + high) / 2n;
      const [row] = await tx.query<{ before: boolean }[]>(
        `SELECT ${timeOf(clock)} < (($2::date + $3::int)::timestamp AT TIME ZONE $4) ${sign === '<' ? '+' : '-'} interval '${SIDE_BY_SIDE}' AS before
         FROM core.events e WHERE e.position >= $1 ORDER BY e.position LIMIT 1`,
        [middle.toString(), day, ahead, this.config.timeZone],
      );
      if (row?.before) low = middle + 1n;
      else high = middle;
    }
    return low.toString();
  }
}
