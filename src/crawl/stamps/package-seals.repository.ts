import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import type { Seal, Stamp } from '../engine/index.js';

export interface SealedPackage {
  captureId: string;
  postId: string;
  /** of the whole package */
  sha256: string;
  /** null: sealed before this was kept */
  digest: string | null;
  eventId: string | null;
  /** hashes of its time stamps, the oldest first, and when the newest one's certificates end */
  tokens: string[];
  endsAt: Date | null;
  hasReceipt: boolean;
}
export interface Place {
  seq: string;
  publicPart: Buffer;
  officePart: Buffer;
  previous: Buffer | null;
}
const SEALED = `SELECT c.id AS "captureId", c.post_id AS "postId", i.sha256, k.digest, k.event_id AS "eventId",
  ARRAY(SELECT p.sha256 FROM crawl.time_stamps t JOIN crawl.capture_parts p ON p.capture_id = t.capture_id AND p.name = t.part WHERE t.capture_id = c.id ORDER BY t.number) AS tokens,
  (SELECT t.ends_at FROM crawl.time_stamps t WHERE t.capture_id = c.id ORDER BY t.number DESC LIMIT 1) AS "endsAt",
  EXISTS (SELECT 1 FROM crawl.capture_parts p WHERE p.capture_id = c.id AND p.name = 'receipt') AS "hasReceipt"
  FROM crawl.captures c JOIN core.evidence_items i ON i.id = c.evidence_id LEFT JOIN crawl.package_seals k ON k.capture_id = c.id`;

@Injectable()
export class PackageSeals {
  async get(tx: Tx, captureId: string): Promise<SealedPackage> {
    const [row] = await tx.query<SealedPackage[]>(`${SEALED} WHERE c.id = $1`, [captureId]);
    return row;
  }
  /** Captures that have no time stamp, or whose newest one ends before that day; without a day all. */
  wanting(tx: Tx, before: Date | null): Promise<{ id: string; stamped: boolean }[]> {
    return tx.query(
      `SELECT c.id, t.ends_at IS NOT NULL AS stamped FROM crawl.captures c
       LEFT JOIN LATERAL (SELECT s.ends_at FROM crawl.time_stamps s WHERE s.capture_id = c.id ORDER BY s.number DESC LIMIT 1) t ON true
       WHERE c.state = 'sealed' AND NOT EXISTS (SELECT 1 FROM core.evidence_tombstones b WHERE b.evidence_id = c.evidence_id) AND ($1::timestamptz IS NULL OR t.ends_at IS NULL OR t.ends_at < $1) ORDER BY c.id`,
      [before],
    );
  }
  /** Twice is once. */
  async add(tx: Tx, captureId: string, { digest, key }: Seal, eventId: string | null): Promise<void> {
    await tx.query('INSERT INTO crawl.package_seals (capture_id, digest, key, event_id) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING', [
      captureId,
      digest,
      key,
      eventId,
    ]);
  }
  async addStamp(tx: Tx, captureId: string, number: number, part: string, { at, ends, authority }: Stamp['verdict']): Promise<void> {
    await tx.query(
      'INSERT INTO crawl.time_stamps (capture_id, number, part, authority, stamped_at, ends_at) VALUES ($1, $2, $3, $4, $5, $6)',
      [captureId, number, part, authority, at, ends],
    );
  }

  /** Where an event stands in the chain; nothing while it waits for its seal. */
  async place(tx: Tx, eventId: string): Promise<Place | null> {
    const [row] = await tx.query<Place[]>(
      `SELECT s.seq::text, e.public_part AS "publicPart", e.office_part AS "officePart", b.head AS previous
       FROM core.seals s JOIN core.events e ON e.id = s.event_id LEFT JOIN core.seals b ON b.seq = s.seq - 1 WHERE s.event_id = $1`,
      [eventId],
    );
    return row ?? null;
  }
  /** Digests of the events after one, up to another. */
  async digests(tx: Tx, after: string, to: string): Promise<string[]> {
    const rows = await tx.query<{ digest: string }[]>(
      `SELECT encode(digest, 'hex') AS digest FROM core.seals WHERE seq > $1 AND seq <= $2 ORDER BY seq`,
      [after, to],
    );
    return rows.map((r) => r.digest);
  }
}
