import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Tx } from '../core/database/db.js';
import { PREPARED } from '../core/database/preparing-client.js';
import type { Judgement } from './judgement.js';
import { standsFalse } from './standing.view.js';
import type { TriageItemRow } from './triage.entity.js';

export interface JudgementRow {
  id: string;
  judgement: Judgement;
  claimVersionId: string | null;
  evidenceId: string | null;
  supersedes: string | null;
  by: string;
  at: Date;
  ageSeconds: number;
}

@Injectable()
export class JudgementRepository {
  async add(
    tx: Tx,
    item: TriageItemRow,
    j: { judgement: Judgement; claimVersionId: string | null; reason: string | null; by: string; supersedes: string | null },
  ): Promise<string> {
    const id = randomUUID();
    await tx.query(
      `INSERT INTO classify.judgements (id, item_id, post_id, judgement, claim_version_id, evidence_id, text_sha256, reason, judged_by, supersedes) VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10)`,
      [id, item.id, item.postId, j.judgement, j.claimVersionId, item.evidenceId, item.textSha256, j.reason, j.by, j.supersedes],
    );
    return id;
  }
  async undo(tx: Tx, judgementId: string, by: string): Promise<void> {
    await tx.query('INSERT INTO classify.judgement_undos (judgement_id, undone_by) VALUES ($1, $2)', [judgementId, by]);
  }
  async settle(tx: Tx, judgementId: string): Promise<void> {
    await tx.query('INSERT INTO classify.judgement_settlements (judgement_id) VALUES ($1) ON CONFLICT DO NOTHING', [judgementId]);
  }
  async isSettled(tx: Tx, judgementId: string): Promise<boolean> {
    return (await tx.query<unknown[]>('SELECT 1 FROM classify.judgement_settlements WHERE judgement_id = $1', [judgementId])).length > 0;
  }
  async standing(tx: Tx, postIds: readonly string[]): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(`${PREPARED}SELECT p.id FROM unnest($1::uuid[]) p (id) WHERE ${standsFalse('p.id')}`, [
      postIds,
    ]);
    return rows.map((r) => r.id);
  }
  async current(tx: Tx, postId: string): Promise<JudgementRow | null> {
    const [row] = await tx.query<JudgementRow[]>(
      `SELECT j.id, j.judgement, j.claim_version_id AS "claimVersionId", j.evidence_id AS "evidenceId", j.supersedes, j.judged_by AS by, j.judged_at AS at,
              extract(epoch FROM clock_timestamp() - j.recorded_at)::float8 AS "ageSeconds"
       FROM classify.judgements j WHERE j.post_id = $1 AND NOT EXISTS (SELECT 1 FROM classify.judgement_undos u WHERE u.judgement_id = j.id)
       ORDER BY j.recorded_at DESC LIMIT 1`,
      [postId],
    );
    return row ?? null;
  }
  /** The judgement in force of a post that was merged stands for what it became: the same words, person and moment. */
  async carry(tx: Tx, judgementId: string, to: TriageItemRow): Promise<void> {
    await tx.query(
      `WITH carried AS (INSERT INTO classify.judgements (item_id, post_id, judgement, claim_version_id, evidence_id, text_sha256, reason, judged_by, judged_at, recorded_at)
         SELECT $2, $3, judgement, claim_version_id, evidence_id, text_sha256, reason, judged_by, judged_at, recorded_at FROM classify.judgements WHERE id = $1 RETURNING id)
       INSERT INTO classify.judgement_settlements (judgement_id) SELECT c.id FROM carried c WHERE EXISTS (SELECT 1 FROM classify.judgement_settlements s WHERE s.judgement_id = $1)`,
      [judgementId, to.id, to.postId],
    );
  }
}
