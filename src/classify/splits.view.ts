import { Injectable } from '@nestjs/common';
import type { Tx } from '../core/database/db.js';

@Injectable()
export class SplitsView {
  /** Does an open link say that this report is about this post, or about one that became it? */
  async speaksOf(tx: Tx, reportId: string, postId: string): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      `SELECT 1 FROM intake.report_posts l JOIN intake.posts p ON p.id = l.post_id WHERE l.report_id = $1 AND l.ended_at IS NULL AND coalesce(p.merged_into, p.id) = $2`,
      [reportId, postId],
    );
    return rows.length > 0;
  }
}
