import { Injectable } from '@nestjs/common';
import { createHash, randomUUID } from 'node:crypto';
import type { Tx } from '../core/database/db.js';
import { contentBytes, type CorrectionContent } from './correction.js';

export interface ContentRow {
  id: string;
  number: number;
  sha256: string;
  content: CorrectionContent;
  approved: boolean;
  returned: boolean;
}

@Injectable()
export class CorrectionContentRepository {
  async newest(tx: Tx, correctionId: string): Promise<ContentRow> {
    const [row] = await tx.query<ContentRow[]>(
      `SELECT c.id, c.number, c.sha256, c.content, a.content_id IS NOT NULL AS approved, r.content_id IS NOT NULL AS returned FROM publication.correction_contents c
       LEFT JOIN publication.correction_approvals a ON a.content_id = c.id LEFT JOIN publication.correction_returns r ON r.content_id = c.id
       WHERE c.correction_id = $1 ORDER BY c.number DESC LIMIT 1`,
      [correctionId],
    );
    return row;
  }
  async add(tx: Tx, correctionId: string, content: CorrectionContent, by: string): Promise<{ id: string; sha256: string }> {
    const id = randomUUID();
    const bytes = contentBytes(content);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await tx.query(
      `INSERT INTO publication.correction_contents (id, correction_id, number, bytes, sha256, written_by)
       SELECT $1, $2, (SELECT coalesce(max(number), 0) + 1 FROM publication.correction_contents WHERE correction_id = $2), $3, $4, $5`,
      [id, correctionId, bytes, sha256, by],
    );
    return { id, sha256 };
  }
  /** Everybody who wrote a version since the last approval. */
  async authors(tx: Tx, id: string): Promise<Set<string>> {
    const rows = await tx.query<{ by: string }[]>(
      `SELECT DISTINCT c.written_by AS by FROM publication.correction_contents c WHERE c.correction_id = $1
       AND c.number > (SELECT coalesce(max(x.number), 0) FROM publication.correction_approvals a JOIN publication.correction_contents x ON x.id = a.content_id WHERE a.correction_id = $1)`,
      [id],
    );
    return new Set(rows.map((r) => r.by));
  }
  async writers(tx: Tx, contentId: string): Promise<Set<string>> {
    const rows = await tx.query<{ by: string }[]>('SELECT written_by AS by FROM publication.correction_contents WHERE id = $1', [
      contentId,
    ]);
    return new Set(rows.map((r) => r.by));
  }
}
