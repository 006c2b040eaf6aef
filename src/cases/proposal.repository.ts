import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Tx } from '../core/database/db.js';

export interface Proposal {
  postId: string;
  judgementId: string;
  caseId: string | null;
  /** the answer that stands against this judgement's proposal */
  declineId: string | null;
}

/** Posts for which a judgement proposes a case: opened, declined, or waiting. */
@Injectable()
export class ProposalRepository {
  async propose(tx: Tx, p: { postId: string; judgementId: string; itemId: string }): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      `INSERT INTO cases.case_proposals AS p (post_id, judgement_id, item_id) VALUES ($1, $2, $3)
       ON CONFLICT (post_id) DO UPDATE SET judgement_id = EXCLUDED.judgement_id, item_id = EXCLUDED.item_id, proposed_at = core.office_now(), case_id = NULL
       WHERE p.judgement_id <> EXCLUDED.judgement_id RETURNING 1`,
      [p.postId, p.judgementId, p.itemId],
    );
    return rows.length > 0;
  }
  async answer(tx: Tx, postId: string, caseId: string): Promise<void> {
    await tx.query('UPDATE cases.case_proposals SET case_id = $2 WHERE post_id = $1', [postId, caseId]);
  }

  /** The proposal as it stands once nobody else is at it. */
  async lock(tx: Tx, postId: string): Promise<Proposal | null> {
    await tx.query('SELECT 1 FROM cases.case_proposals WHERE post_id = $1 FOR UPDATE', [postId]);
    const [row] = await tx.query<Proposal[]>(
      `SELECT p.post_id AS "postId", p.judgement_id AS "judgementId", p.case_id AS "caseId", d.id AS "declineId"
       FROM cases.case_proposals p LEFT JOIN cases.case_proposal_declines d ON d.judgement_id = p.judgement_id AND d.undone_at IS NULL
       WHERE p.post_id = $1`,
      [postId],
    );
    return row ?? null;
  }
  async decline(tx: Tx, { postId, judgementId }: Proposal, reason: string, by: string): Promise<string> {
    const id = randomUUID();
    await tx.query(
      'INSERT INTO cases.case_proposal_declines (id, post_id, judgement_id, reason, declined_by) VALUES ($1, $2, $3, $4, $5)',
      [id, postId, judgementId, reason, by],
    );
    return id;
  }
  /** False when it was somebody else's answer, or is too old. */
  async restore(tx: Tx, declineId: string, by: string, seconds: number): Promise<boolean> {
    const [, restored] = await tx.query<[unknown, number]>(
      `UPDATE cases.case_proposal_declines SET undone_at = clock_timestamp()
       WHERE id = $1 AND declined_by = $2 AND recorded_at > clock_timestamp() - make_interval(secs => $3)`,
      [declineId, by, seconds],
    );
    return restored === 1;
  }
}
