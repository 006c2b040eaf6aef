import { Injectable } from '@nestjs/common';
import { Db } from '../core/database/db.js';
import { Problem } from '../core/problem/problem.js';
import type { CorrectionContent } from './correction.js';

/** What everybody may read of a correction: the content approved last, and whether it still stands. */
export interface PublicCorrection {
  id: string;
  content: CorrectionContent;
  publishedAt: Date;
  changedAt: Date;
  withdrawn: { at: Date; reason: string } | null;
}
const PUBLIC = `SELECT c.id, x.content, c.published_at AS "publishedAt", c.changed_at AS "changedAt",
    CASE WHEN c.state = 'withdrawn' THEN (SELECT json_build_object('at', d.decided_at, 'reason', w.reason) FROM publication.correction_withdrawals w
      JOIN publication.correction_withdrawal_decisions d ON d.withdrawal_id = w.id AND d.agreed WHERE w.correction_id = c.id) END AS withdrawn
  FROM publication.corrections c JOIN publication.correction_contents x ON x.id = c.public_content_id`;
type Row = Omit<PublicCorrection, 'withdrawn'> & { withdrawn: { at: string; reason: string } | null };
const told = ({ withdrawn, ...row }: Row): PublicCorrection => ({
  ...row,
  withdrawn: withdrawn && { at: new Date(withdrawn.at), reason: withdrawn.reason },
});

/** What was published, also what was withdrawn since, so that nothing vanishes silently. */
@Injectable()
export class PublicCorrectionsView {
  constructor(private readonly db: Db) {}

  async one(id: string): Promise<PublicCorrection> {
    const [row] = await this.db.once<Row[]>(`${PUBLIC} WHERE c.id = $1`, [id]);
    if (!row) throw new Problem('missing');
    return told(row);
  }

  /** Newest first; `after` names the last one of the page before. */
  async list(limit: number, after?: string): Promise<{ items: PublicCorrection[]; more: boolean }> {
    const rows = await this.db.once<Row[]>(
      `${PUBLIC} WHERE $1::uuid IS NULL OR (c.published_at, c.id) < (SELECT p.published_at, p.id FROM publication.corrections p WHERE p.id = $1) ORDER BY c.published_at DESC, c.id DESC LIMIT $2`,
      [after ?? null, limit + 1],
    );
    return { items: rows.slice(0, limit).map(told), more: rows.length > limit };
  }

  /** What changed last comes first. */
  async changes(limit: number): Promise<PublicCorrection[]> {
    return (await this.db.once<Row[]>(`${PUBLIC} ORDER BY c.changed_at DESC, c.id LIMIT $1`, [limit])).map(told);
  }
}
