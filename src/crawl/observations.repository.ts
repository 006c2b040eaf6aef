import { Injectable } from '@nestjs/common';
import type { Tx } from '../core/database/db.js';

export interface Ground {
  rule: string;
  words?: string;
  status?: number;
}
export interface ObservationRow {
  captureId: string;
  observation: string;
  ground: Ground;
  at: Date;
  recordedAt: Date;
}

/** What an address showed, look by look. */
@Injectable()
export class Observations {
  async add(
    tx: Tx,
    o: { captureId: string; addressId: string; postId: string; url: string; observation: string; ground: Ground; route: unknown },
  ): Promise<void> {
    await tx.query(
      'INSERT INTO crawl.observations (capture_id, address_id, post_id, url, observation, ground, route) VALUES ($1, $2, $3, $4, $5, $6, $7)',
      [o.captureId, o.addressId, o.postId, o.url, o.observation, JSON.stringify(o.ground), JSON.stringify(o.route)],
    );
  }
  /** Newest first; `at` is office time, `recordedAt` true time. */
  list(tx: Tx, addressId: string, limit = 200): Promise<ObservationRow[]> {
    return tx.query<ObservationRow[]>(
      'SELECT capture_id AS "captureId", observation, ground, office_at AS at, recorded_at AS "recordedAt" FROM crawl.observations WHERE address_id = $1 ORDER BY office_at DESC, recorded_at DESC LIMIT $2',
      [addressId, limit],
    );
  }
}
