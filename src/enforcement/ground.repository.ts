import { Injectable } from '@nestjs/common';
import type { Tx } from '../core/database/db.js';
import type { Moment } from '../core/http/answer.js';
import { sessionOf } from '../crawl/index.js';

/** One link of a case with what is known of it: what a request can ask for. */
export interface GroundLink {
  addressId: string;
  postId: string;
  url: string;
  platform: string | null;
  author: string | null;
  quote: string | null;
  claimVersionId: string | null;
  evidence: { exhibitId: string; evidenceId: string; sha256: string; sealedAt: Moment }[];
  /** the newest sealed capture that shows the post here and is no exhibit of the case yet; one that bore a session where the public was shown it never */
  sealed: { evidenceId: string; sealedAt: Moment; session: string | null } | null;
}

/** SQL: words that nobody can say were shown are not quoted */
const wasLaidOut = (capture: string): string => `${capture}.ground -> 'laidOut' IS NULL`;

@Injectable()
export class GroundRepository {
  /** The links of all posts of a case, or of what those have become, with the exhibits that show each. */
  links(tx: Tx, caseId: string): Promise<GroundLink[]> {
    return tx.query<GroundLink[]>(
      `SELECT a.id AS "addressId", l.post_id AS "postId", a.url, coalesce(c.platform, t.platform) AS platform, coalesce(c.author, c.handle) AS author, left(coalesce(CASE WHEN ${sessionOf('judged.visitor')} IS NULL AND ${wasLaidOut('judged')} THEN t.text END, nullif(c.text, ''), CASE WHEN ${wasLaidOut('judged')} THEN t.text END), 600) AS quote,
         (SELECT j.claim_version_id FROM classify.judgements j WHERE j.post_id = l.post_id AND NOT EXISTS (SELECT 1 FROM classify.judgement_undos u WHERE u.judgement_id = j.id) ORDER BY j.recorded_at DESC LIMIT 1) AS "claimVersionId",
         coalesce((SELECT json_agg(json_build_object('exhibitId', x.id, 'evidenceId', e.id, 'sha256', e.sha256, 'sealedAt', e.sealed_at) ORDER BY x.attached_at, x.id)
           FROM cases.exhibits x JOIN core.evidence_items e ON e.id = x.evidence_id WHERE x.case_id = $1 AND x.address_id = a.id), '[]') AS evidence,
         (SELECT json_build_object('evidenceId', e.id, 'sealedAt', e.sealed_at, 'session', ${sessionOf('x.visitor')}) FROM crawl.captures x JOIN core.evidence_items e ON e.id = x.evidence_id
           WHERE x.address_id = a.id AND x.state = 'sealed' AND x.outcome IN ('complete', 'partial') AND NOT EXISTS (SELECT 1 FROM cases.exhibits y WHERE y.case_id = $1 AND y.evidence_id = e.id) ORDER BY ${sessionOf('x.visitor')} IS NOT NULL, e.sealed_at DESC LIMIT 1) AS sealed
       FROM (SELECT coalesce(p.merged_into, x.post_id) AS post_id, min(x.added_at) AS added_at FROM cases.case_posts x LEFT JOIN intake.posts p ON p.id = x.post_id WHERE x.case_id = $1 GROUP BY 1) l
       JOIN intake.addresses a ON a.kind = 'url' AND (a.post_id = l.post_id OR a.post_id IN (SELECT m.id FROM intake.posts m WHERE m.merged_into = l.post_id))
       LEFT JOIN classify.triage_items t ON t.post_id = l.post_id LEFT JOIN crawl.captures judged ON judged.id = t.capture_id
       LEFT JOIN LATERAL (SELECT x.platform, x.author, x.handle, CASE WHEN ${wasLaidOut('x')} THEN x.text END AS text FROM crawl.captures x WHERE x.address_id = a.id AND x.state = 'sealed' ORDER BY x.outcome IN ('gone', 'blocked'), ${sessionOf('x.visitor')} IS NOT NULL, x.ended_at DESC NULLS LAST LIMIT 1) c ON true
       ORDER BY l.added_at, a.created_at, a.id`,
      [caseId],
    );
  }
}
