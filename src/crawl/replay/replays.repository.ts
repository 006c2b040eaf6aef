import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import { unbarred } from '../../core/identity/bars.js';
import { sessionOf } from '../last-seen.view.js';

export interface OpenReplay {
  captureId: string;
  postId: string;
  staffId: string;
  url: string;
  /** that the visit bore */
  session: string | null;
  capturedAt: Date;
  endsAt: Date;
  sha256: string;
}

@Injectable()
export class ReplaysRepository {
  async open(
    tx: Tx,
    r: { captureId: string; reason: string; by: string; ticket: Buffer; minutes: number },
  ): Promise<{ id: string; endsAt: Date }> {
    const [row] = await tx.query<{ id: string; endsAt: Date }[]>(
      `INSERT INTO crawl.replays (capture_id, reason, opened_by, ticket, ends_at) VALUES ($1, $2, $3, $4, clock_timestamp() + make_interval(mins => $5))
       RETURNING id, ends_at AS "endsAt"`,
      [r.captureId, r.reason, r.by, r.ticket, r.minutes],
    );
    return row;
  }

  /** What a ticket opens now: nothing once its time is over, or whoever opened it is barred from the post. */
  async get(tx: Tx, ticket: Buffer): Promise<OpenReplay | undefined> {
    const [row] = await tx.query<OpenReplay[]>(
      `SELECT c.id AS "captureId", c.post_id AS "postId", r.opened_by AS "staffId", c.url, ${sessionOf('c.visitor')} AS session, c.started_at AS "capturedAt", r.ends_at AS "endsAt", p.sha256
       FROM crawl.replays r JOIN crawl.captures c ON c.id = r.capture_id JOIN crawl.capture_parts p ON p.capture_id = c.id AND p.name = 'package'
       WHERE r.ticket = $1 AND r.ends_at > clock_timestamp() AND ${unbarred('r.opened_by', 'c.post_id')}`,
      [ticket],
    );
    return row;
  }
}
