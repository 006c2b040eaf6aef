import { Injectable } from '@nestjs/common';
import { Db } from '../database/db.js';

export interface GroundFigures {
  waiting: number;
  dead: number;
  held: number;
  unsealed: number;
  damaged: number;
  oldestSeconds: number;
}

/** What waits on the ground floor at this moment. */
@Injectable()
export class GroundView {
  constructor(private readonly db: Db) {}

  async figures(): Promise<GroundFigures> {
    const [row] = await this.db.once<GroundFigures[]>(
      `SELECT (SELECT count(*)::int FROM core.deliveries WHERE state = 'waiting') AS waiting,
              (SELECT count(*)::int FROM core.deliveries WHERE state = 'dead') AS dead,
              (SELECT count(*)::int FROM core.deliveries WHERE state = 'held') AS held,
              (SELECT count(*)::int FROM core.unsealed) AS unsealed,
              (SELECT count(*)::int FROM core.events WHERE type = 'evidence.damaged') AS damaged,
              (SELECT coalesce(greatest(0, extract(epoch FROM clock_timestamp() - min(available_at))), 0)::float8 FROM core.deliveries WHERE state = 'waiting') AS "oldestSeconds"`,
    );
    return row;
  }
}
