import { Injectable } from '@nestjs/common';
import type { Tx } from '../core/database/db.js';
import { PREPARED } from '../core/database/preparing-client.js';
import { groupedBy } from '../core/database/grouped-by.js';
import { Problem } from '../core/problem/problem.js';
import './problems.js';

@Injectable()
export class PostLinksRepository {
  /** Posts of a case by the ids that count now: a merged post is the one that it was merged into. */
  async ofCase(tx: Tx, caseId: string): Promise<string[]> {
    return (await this.ofAll(tx, [caseId])).get(caseId)!;
  }
  async ofAll(tx: Tx, caseIds: readonly string[]): Promise<Map<string, string[]>> {
    const rows = await tx.query<{ caseId: string; id: string }[]>(
      `${PREPARED}SELECT DISTINCT l.case_id AS "caseId", coalesce(p.merged_into, l.post_id) AS id
       FROM cases.case_posts l LEFT JOIN intake.posts p ON p.id = l.post_id WHERE l.case_id = ANY($1::uuid[]) ORDER BY id`,
      [caseIds],
    );
    return groupedBy(
      caseIds,
      rows.map((r) => [r.caseId, r.id] as const),
    );
  }
  /** The same posts under every id that they ever had. */
  async allIds(tx: Tx, caseId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>('SELECT id FROM intake.posts WHERE id = ANY($1) OR merged_into = ANY($1)', [
      await this.ofCase(tx, caseId),
    ]);
    return rows.map((r) => r.id);
  }
  async link(
    tx: Tx,
    link: { caseId: string; postId: string; reason: 'opened-from' | 'added' | 'merged'; by: string | null },
  ): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      'INSERT INTO cases.case_posts (case_id, post_id, reason, added_by) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING 1',
      [link.caseId, link.postId, link.reason, link.by],
    );
    return rows.length > 0;
  }
  /** The case about this post that fell and was not reopened since. */
  async fellWith(tx: Tx, postId: string): Promise<{ caseId: string; number: string } | null> {
    const [row] = await tx.query<{ caseId: string; number: string }[]>(
      `SELECT c.id AS "caseId", c.number FROM cases.cases c WHERE c.id IN (SELECT l.case_id FROM cases.case_posts l JOIN intake.posts o ON o.id = l.post_id WHERE o.id = $1 OR o.merged_into = $1)
         AND (SELECT p.what FROM cases.case_fall_proposals p JOIN cases.case_fall_decisions d ON d.proposal_id = p.id WHERE p.case_id = c.id AND d.decision = 'approved' ORDER BY d.decided_at DESC LIMIT 1) = 'fall'
       ORDER BY c.number DESC LIMIT 1`,
      [postId],
    );
    return row ?? null;
  }
  /** Takes the post for this case, or says which open case holds it; two at once end in one. */
  async hold(tx: Tx, caseId: string, postId: string, actor: { staffId: string }): Promise<void> {
    for (;;) {
      const taken = await tx.query<unknown[]>(
        'INSERT INTO cases.held_posts (post_id, case_id) VALUES ($1, $2) ON CONFLICT (post_id) DO NOTHING RETURNING 1',
        [postId, caseId],
      );
      if (taken.length > 0) return;
      const holder = await this.holder(tx, postId);
      if (holder?.caseId === caseId) return;
      // without one, its case let the post go between the two statements
      if (holder) throw new Problem('already-in-case', (await this.mayKnow(tx, holder.caseId, actor.staffId)) ? { ...holder } : {});
    }
  }
  private async mayKnow(tx: Tx, caseId: string, staffId: string): Promise<boolean> {
    const barred = await tx.query<unknown[]>('SELECT 1 FROM cases.barring WHERE case_id = $1 AND staff_id = $2 LIMIT 1', [caseId, staffId]);
    return barred.length === 0;
  }
  /** Takes what a merged post has become for the case that held it, unless that has a case already. */
  async follow(tx: Tx, postId: string): Promise<{ caseId: string; heir: string } | null> {
    const rows = await tx.query<{ caseId: string; heir: string }[]>(
      `INSERT INTO cases.held_posts (post_id, case_id) SELECT p.merged_into, h.case_id FROM cases.held_posts h JOIN intake.posts p ON p.id = h.post_id WHERE h.post_id = $1 AND p.merged_into IS NOT NULL
       ON CONFLICT (post_id) DO NOTHING RETURNING case_id AS "caseId", post_id AS heir`,
      [postId],
    );
    return rows[0] ?? null;
  }
  /** The proposal of a merged post is one of what it has become, where there is none yet. */
  async followProposal(tx: Tx, postId: string): Promise<void> {
    await tx.query(
      `WITH gone AS (DELETE FROM cases.case_proposals WHERE post_id = $1 RETURNING *)
       INSERT INTO cases.case_proposals (post_id, judgement_id, item_id, proposed_at, case_id)
       SELECT p.merged_into, g.judgement_id, coalesce(t.id, g.item_id), g.proposed_at, g.case_id FROM gone g JOIN intake.posts p ON p.id = g.post_id LEFT JOIN classify.triage_items t ON t.post_id = p.merged_into
       WHERE p.merged_into IS NOT NULL ON CONFLICT (post_id) DO NOTHING`,
      [postId],
    );
  }
  async holder(tx: Tx, postId: string): Promise<{ caseId: string; number: string } | null> {
    const [row] = await tx.query<{ caseId: string; number: string }[]>(
      'SELECT c.id AS "caseId", c.number FROM cases.held_posts h JOIN cases.cases c ON c.id = h.case_id WHERE h.post_id = $1',
      [postId],
    );
    return row ?? null;
  }
  /** The case that stands on a post: the one that holds it, or one that was closed as confirmed. */
  async resting(tx: Tx, postId: string): Promise<{ id: string; number: string; open: boolean } | null> {
    const [row] = await tx.query<{ id: string; number: string; open: boolean }[]>(
      `SELECT c.id, c.number, h.case_id IS NOT NULL AS open FROM cases.cases c LEFT JOIN cases.held_posts h ON h.case_id = c.id AND h.post_id = $1
       WHERE c.id IN (SELECT l.case_id FROM cases.case_posts l JOIN intake.posts p ON p.id = l.post_id WHERE coalesce(p.merged_into, p.id) = $1)
         AND (h.case_id IS NOT NULL OR c.state = 'closed' AND (SELECT s.from_state FROM cases.steps s WHERE s.case_id = c.id ORDER BY s.taken_at DESC LIMIT 1) = 'confirmed')
       ORDER BY open DESC, c.number DESC LIMIT 1`,
      [postId],
    );
    return row ?? null;
  }
  async release(tx: Tx, caseId: string): Promise<void> {
    await tx.query('DELETE FROM cases.held_posts WHERE case_id = $1', [caseId]);
  }
  /** What may be told in public of a case that begins with this post. */
  async about(tx: Tx, postId: string, claimVersionId: string | null): Promise<{ platform: string; topic: string }> {
    const [row] = await tx.query<{ platform: string; topic: string }[]>(
      `SELECT coalesce((SELECT platform FROM classify.triage_items WHERE post_id = $1), 'none') AS platform,
              coalesce((SELECT topic FROM classify.claim_versions WHERE id = $2), 'none') AS topic`,
      [postId, claimVersionId],
    );
    return row;
  }
}
