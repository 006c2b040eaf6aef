import { Injectable } from '@nestjs/common';
import type { Tx } from '../core/database/db.js';
import { sessionOf } from './last-seen.view.js';

export interface Ground {
  rule: string;
  words?: string;
  status?: number;
  /** the words of the post are those of a page that was never laid out: nobody can say that they were shown */
  laidOut?: false;
  /** when its server says that it may be asked again (UTC) */
  retryAt?: string;
}
export interface ObservationRow {
  captureId: string;
  observation: string;
  ground: Ground;
  at: Date;
  recordedAt: Date;
  /** by which way out it went: direct, or one of CAPTURE_ROUTES */
  way: string;
  /** it bore a session: what it saw is what members see */
  signedIn: boolean;
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
      `SELECT o.capture_id AS "captureId", o.observation, o.ground, o.office_at AS at, o.recorded_at AS "recordedAt", c.route AS way,
         ${sessionOf('c.visitor')} IS NOT NULL AS "signedIn"
       FROM crawl.observations o JOIN crawl.captures c ON c.id = o.capture_id WHERE o.address_id = $1 ORDER BY o.office_at DESC, o.recorded_at DESC LIMIT $2`,
      [addressId, limit],
    );
  }
}
