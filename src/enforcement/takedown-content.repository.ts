import { Injectable } from '@nestjs/common';
import { createHash, randomUUID } from 'node:crypto';
import type { Tx } from '../core/database/db.js';
import { contentBytes, type RequestContent } from './takedown.js';

export interface ContentRow {
  id: string;
  number: number;
  sha256: string;
  content: RequestContent;
  writtenBy: string | null;
  approvedBy: string | null;
  returned: boolean;
}
const CONTENT = `SELECT c.id, c.number, c.sha256, c.content, c.written_by AS "writtenBy", a.approved_by AS "approvedBy", r.content_id IS NOT NULL AS returned
  FROM enforcement.takedown_contents c LEFT JOIN enforcement.takedown_approvals a ON a.content_id = c.id LEFT JOIN enforcement.takedown_returns r ON r.content_id = c.id`;

@Injectable()
export class TakedownContentRepository {
  async newest(tx: Tx, id: string): Promise<ContentRow> {
    const [row] = await tx.query<ContentRow[]>(`${CONTENT} WHERE c.takedown_id = $1 ORDER BY c.number DESC LIMIT 1`, [id]);
    return row;
  }
  /** The one that stood when the request had this version. */
  async at(tx: Tx, takedownId: string, version: number): Promise<ContentRow | undefined> {
    const [row] = await tx.query<ContentRow[]>(
      `${CONTENT} WHERE c.takedown_id = $1 AND c.at_version <= $2 ORDER BY c.number DESC LIMIT 1`,
      [takedownId, version],
    );
    return row;
  }
  /** What was sent of a request, with every link that it ever asked for; its newest version may say something else. */
  async sent(tx: Tx, id: string): Promise<RequestContent> {
    const sent = await tx.query<{ content: RequestContent }[]>(
      `SELECT c.content FROM enforcement.deliveries d JOIN enforcement.delivery_outcomes o ON o.delivery_id = d.id AND o.outcome = 'delivered' JOIN enforcement.takedown_contents c ON c.id = d.content_id
       WHERE d.takedown_id = $1 ORDER BY d.attempt DESC`,
      [id],
    );
    const items = new Map(
      sent
        .flatMap(({ content }) => content.items)
        .reverse()
        .map((item) => [item.addressId, item]),
    );
    return { ...sent[0].content, items: [...items.values()].reverse() };
  }
  async add(
    tx: Tx,
    takedownId: string,
    version: number,
    content: RequestContent,
    by: string | null,
  ): Promise<{ id: string; sha256: string; number: number }> {
    const id = randomUUID();
    const bytes = contentBytes(content);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const [{ number }] = await tx.query<{ number: number }[]>(
      `INSERT INTO enforcement.takedown_contents (id, takedown_id, number, at_version, bytes, sha256, address_ids, written_by)
       SELECT $1, $2, (SELECT coalesce(max(number), 0) + 1 FROM enforcement.takedown_contents WHERE takedown_id = $2), $3, $4, $5, $6, $7 RETURNING number`,
      [id, takedownId, version, bytes, sha256, content.items.map((i) => i.addressId), by],
    );
    return { id, sha256, number };
  }
  async approve(tx: Tx, takedownId: string, content: ContentRow, by: string): Promise<void> {
    await tx.query(
      'INSERT INTO enforcement.takedown_approvals (id, takedown_id, content_id, sha256, approved_by) VALUES ($1, $2, $3, $4, $5)',
      [randomUUID(), takedownId, content.id, content.sha256, by],
    );
  }
  async sendBack(tx: Tx, contentId: string, reason: string, by: string): Promise<void> {
    await tx.query('INSERT INTO enforcement.takedown_returns (content_id, reason, returned_by) VALUES ($1, $2, $3)', [
      contentId,
      reason,
      by,
    ]);
  }
  /** Everybody who wrote a version since the last approval. */
  async authors(tx: Tx, takedownId: string): Promise<Set<string>> {
    const rows = await tx.query<{ by: string }[]>(
      `SELECT DISTINCT c.written_by AS by FROM enforcement.takedown_contents c WHERE c.takedown_id = $1 AND c.written_by IS NOT NULL
       AND c.number > (SELECT coalesce(max(x.number), 0) FROM enforcement.takedown_approvals a JOIN enforcement.takedown_contents x ON x.id = a.content_id WHERE a.takedown_id = $1)`,
      [takedownId],
    );
    return new Set(rows.map((r) => r.by));
  }
}
