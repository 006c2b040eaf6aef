import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import { sourcesUnder, postsOn } from '../../classify/index.js';
import type { InCustody } from '../../core/evidence/custody.js';

export interface OpenHold {
  id: string;
  reasonId: string;
  release: { id: string; reasonId: string; proposedBy: string } | null;
}
const OPEN = `SELECT h.id, h.reason_id AS "reasonId",
  (SELECT json_build_object('id', l.id, 'reasonId', l.reason_id, 'proposedBy', l.proposed_by) FROM cases.hold_lifts l
     WHERE l.hold_id = h.id AND NOT EXISTS (SELECT 1 FROM cases.hold_lift_decisions d WHERE d.lift_id = l.id) LIMIT 1) AS release
  FROM cases.holds h WHERE h.case_id = $1 AND h.lifted_at IS NULL`;
/** all that was sealed of a case: what its claims rest on, its exhibits, and of its posts, with what became one with them, each capture and each submission; an address that a split moved takes its captures along */
const EVIDENCE = `WITH roots AS (SELECT DISTINCT coalesce(o.merged_into, o.id) AS id FROM cases.case_posts l JOIN intake.posts o ON o.id = l.post_id WHERE l.case_id = $1),
  posts AS (SELECT id FROM roots UNION SELECT o.id FROM intake.posts o WHERE o.merged_into IN (SELECT id FROM roots)),
  addresses AS (SELECT a.id FROM intake.addresses a WHERE a.post_id IN (SELECT id FROM posts)
    UNION SELECT l.address_id FROM intake.report_posts l WHERE l.post_id IN (SELECT id FROM posts) AND l.ended_at IS NULL),
  sealed AS (
    SELECT c.evidence_id, c.id AS capture_id, c.post_id::text AS subject FROM crawl.captures c JOIN posts p ON p.id = c.post_id WHERE c.evidence_id IS NOT NULL
    UNION SELECT c.evidence_id, c.id, c.post_id::text FROM crawl.captures c WHERE c.address_id IN (${sourcesUnder('SELECT id FROM posts')}) AND c.evidence_id IS NOT NULL
    UNION SELECT c.evidence_id, c.id, c.post_id::text FROM crawl.captures c JOIN addresses d ON d.id = c.address_id WHERE c.evidence_id IS NOT NULL
    UNION SELECT a.evidence_id, NULL, a.post_id::text FROM intake.addresses a JOIN addresses d ON d.id = a.id WHERE a.evidence_id IS NOT NULL
    UNION SELECT x.evidence_id, c.id, coalesce(c.post_id, a.post_id, x.case_id)::text FROM cases.exhibits x LEFT JOIN crawl.captures c ON c.id = x.capture_id LEFT JOIN intake.addresses a ON a.id = x.address_id WHERE x.case_id = $1)`;
const CUSTODY = `s.evidence_id AS "evidenceId", s.capture_id AS "captureId", s.subject`;

@Injectable()
export class HoldRepository {
  async open(tx: Tx, caseId: string): Promise<OpenHold | null> {
    const [found] = await tx.query<OpenHold[]>(OPEN, [caseId]);
    return found ?? null;
  }
  async place(tx: Tx, given: { caseId: string; reasonId: string; by: string }): Promise<string> {
    const [{ id }] = await tx.query<{ id: string }[]>(
      'INSERT INTO cases.holds (case_id, reason_id, placed_by) VALUES ($1, $2, $3) RETURNING id',
      [given.caseId, given.reasonId, given.by],
    );
    return id;
  }
  async proposeRelease(tx: Tx, given: { holdId: string; reasonId: string; by: string }): Promise<string> {
    const [{ id }] = await tx.query<{ id: string }[]>(
      'INSERT INTO cases.hold_lifts (hold_id, reason_id, proposed_by) VALUES ($1, $2, $3) RETURNING id',
      [given.holdId, given.reasonId, given.by],
    );
    return id;
  }
  async decideRelease(tx: Tx, given: { releaseId: string; decision: string; reason: string | null; by: string }): Promise<void> {
    await tx.query('INSERT INTO cases.hold_lift_decisions (lift_id, decision, reason, decided_by) VALUES ($1, $2, $3, $4)', [
      given.releaseId,
      given.decision,
      given.reason,
      given.by,
    ]);
  }
  async end(tx: Tx, holdId: string): Promise<void> {
    await tx.query('UPDATE cases.holds SET lifted_at = core.office_now() WHERE id = $1', [holdId]);
  }

  /** The evidence of a held case in whose custody the hold does not stand yet; from now on it does. */
  take(tx: Tx, holdId: string, caseId: string): Promise<InCustody[]> {
    return tx.query<InCustody[]>(
      `${EVIDENCE}, taken AS (INSERT INTO cases.held_evidence (hold_id, evidence_id) SELECT DISTINCT $2::uuid, evidence_id FROM sealed ON CONFLICT DO NOTHING RETURNING evidence_id)
       SELECT DISTINCT ON (s.evidence_id) ${CUSTODY} FROM sealed s JOIN taken t ON t.evidence_id = s.evidence_id ORDER BY s.evidence_id, s.capture_id`,
      [caseId, holdId],
    );
  }
  /** All evidence that stood under a hold. */
  taken(tx: Tx, holdId: string, caseId: string): Promise<InCustody[]> {
    return tx.query<InCustody[]>(
      `${EVIDENCE} SELECT DISTINCT ON (s.evidence_id) ${CUSTODY} FROM sealed s JOIN cases.held_evidence t ON t.evidence_id = s.evidence_id AND t.hold_id = $2 ORDER BY s.evidence_id, s.capture_id`,
      [caseId, holdId],
    );
  }
  /** The cases under hold that a capture belongs to: by its post, by that which its address has now, by what they became, or by a claim that rests on the source that it shows. */
  async casesOf(tx: Tx, { postId, addressId }: { postId: string; addressId: string }): Promise<string[]> {
    const rows = await tx.query<{ caseId: string }[]>(
      `SELECT DISTINCT h.case_id AS "caseId" FROM intake.posts o CROSS JOIN LATERAL (SELECT coalesce(o.merged_into, o.id) AS id UNION SELECT f.id FROM intake.posts f WHERE f.merged_into = coalesce(o.merged_into, o.id)) f
       JOIN cases.case_posts l ON l.post_id = f.id JOIN cases.holds h ON h.case_id = l.case_id AND h.lifted_at IS NULL
       WHERE o.id IN (SELECT $1::uuid UNION SELECT a.post_id FROM intake.addresses a WHERE a.id = $2 UNION SELECT r.post_id FROM intake.report_posts r WHERE r.address_id = $2 AND r.ended_at IS NULL
           UNION ${postsOn('$2')})`,
      [postId, addressId],
    );
    return rows.map((r) => r.caseId);
  }
}
