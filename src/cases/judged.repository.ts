import { Injectable } from '@nestjs/common';
import type { Tx } from '../core/database/db.js';

export interface Judged { judgementId: string; judgement: string; claimVersionId: string | null; evidenceId: string | null; by: string; at: Date }

/** What a post is judged now. */
@Injectable()
export class JudgedRepository {
  async current(tx: Tx, postId: string): Promise<Judged | null> {
    const [row] = await tx.query<Judged[]>(
      `SELECT j.id AS "judgementId", j.judgement, j.claim_version_id AS "claimVersionId", j.evidence_id AS "evidenceId", j.judged_by AS by, j.judged_at AS at
       FROM classify.judgements j WHERE j.post_id = $1 AND NOT EXISTS (SELECT 1 FROM classify.judgement_undos u WHERE u.judgement_id = j.id)
       ORDER BY j.recorded_at DESC LIMIT 1`, [postId]);
    return row ?? null;
  }
}
