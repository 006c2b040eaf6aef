import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import type { Moment } from '../../core/http/answer.js';
import { OvertakenView, overtookJudged, restsOnOvertaken, type OvertakenClaim } from '../../classify/index.js';
import { PostLinksRepository } from '../post-links.repository.js';

/** A claim that is false no more and that a case rests on; what somebody found who looked anew since. */
export interface OvertakenGround extends OvertakenClaim {
  look: { by: string; at: Moment; note: string } | null;
}

/** SQL: what was judged counts for the case `c` still: it is open, or was closed as confirmed. */
export const CASE_RESTS = `(c.state IN ('open', 'verifying', 'confirmed') OR c.state = 'closed' AND (SELECT s.from_state FROM cases.steps s WHERE s.case_id = c.id ORDER BY s.taken_at DESC LIMIT 1) = 'confirmed')`;
/** SQL: how many posts of the case `c` were judged by a claim that is false no more. */
export const OVERTAKEN_POSTS = `CASE WHEN ${CASE_RESTS} THEN (SELECT count(DISTINCT coalesce(p.merged_into, p.id))::int FROM cases.case_posts l JOIN intake.posts p ON p.id = l.post_id WHERE l.case_id = c.id AND ${restsOnOvertaken('coalesce(p.merged_into, p.id)')}) ELSE 0 END`;
/** SQL: the overtaken claims `o` that the case `c` rests on. */
export const OVERTAKEN_CLAIMS = `(SELECT DISTINCT x.claim_id, x.since, x.cause FROM cases.case_posts l JOIN intake.posts p ON p.id = l.post_id CROSS JOIN LATERAL (${overtookJudged('coalesce(p.merged_into, p.id)')}) x WHERE l.case_id = c.id AND ${CASE_RESTS})`;
/** SQL: somebody looked anew at the case `c` since the claim `o` was overtaken. */
export const LOOKED_ANEW = `EXISTS (SELECT 1 FROM cases.overtaken_looks k WHERE k.case_id = c.id AND k.claim_id = o.claim_id AND k.since = o.since)`;

/** Whether a case rests on claims that events have overtaken. */
@Injectable()
export class OvertakenGroundView {
  constructor(
    private readonly links: PostLinksRepository,
    private readonly overtaken: OvertakenView,
  ) {}

  /** Nothing where what was judged counts no more: the case was dismissed, or fell. */
  async of(tx: Tx, caseId: string): Promise<OvertakenGround[]> {
    const counts = await tx.query<unknown[]>(`SELECT 1 FROM cases.cases c WHERE c.id = $1 AND ${CASE_RESTS}`, [caseId]);
    const claims = counts.length > 0 ? await this.overtaken.ofPosts(tx, await this.links.ofCase(tx, caseId)) : [];
    if (claims.length === 0) return [];
    const looks = await tx.query<(NonNullable<OvertakenGround['look']> & { claimId: string; since: string })[]>(
      `SELECT DISTINCT ON (k.claim_id, k.since) k.claim_id AS "claimId", k.since::text, s.name AS by, k.looked_at AS at, k.note
       FROM cases.overtaken_looks k JOIN core.staff s ON s.id = k.looked_by WHERE k.case_id = $1 ORDER BY k.claim_id, k.since, k.looked_at DESC`,
      [caseId],
    );
    return claims.map((c) => {
      const look = looks.find((k) => k.claimId === c.claimId && k.since === c.since);
      return { ...c, look: look ? { by: look.by, at: look.at, note: look.note } : null };
    });
  }
}
