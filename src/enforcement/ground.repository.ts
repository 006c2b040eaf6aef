import { Injectable } from '@nestjs/common';
import type { Tx } from '../core/database/db.js';
import { PREPARED } from '../core/database/preparing-client.js';
import type { Moment } from '../core/http/answer.js';
import { neverLaidOut, sessionOf } from '../crawl/index.js';

/** One link of a case with what is known of it: what a request can ask for. */
export interface GroundLink {
  addressId: string;
  postId: string;
  url: string;
  platform: string | null;
  author: string | null;
  quote: string | null;
  /** the sessions that bore who saw the author, and the quote */
  authorSession: string | null;
  quoteSession: string | null;
  claimVersionId: string | null;
  evidence: { exhibitId: string; evidenceId: string; sha256: string; sealedAt: Moment; session: string | null }[];
  /** the newest sealed capture that shows the post here and is no exhibit of the case yet; one that bore a session where the public was shown it never */
  sealed: { evidenceId: string; sealedAt: Moment; session: string | null } | null;
}

const [judgedBy, seenBy] = [sessionOf('judged.visitor'), sessionOf('x.visitor')];
/** SQL: what was read of a page, where it can be said that somebody could see it */
const shown = (column: string): string => `CASE WHEN NOT ${neverLaidOut('x')} THEN x.${column} END AS ${column}`;
/** SQL: what is quoted, what the public was shown first; words that nobody can say were shown never are */
const QUOTED = `SELECT w.text, w.session FROM (SELECT t.text, ${judgedBy} AS session, CASE WHEN ${judgedBy} IS NULL THEN 1 ELSE 3 END AS rank WHERE NOT ${neverLaidOut('judged')}
  UNION ALL SELECT c.text, c.session, 2) w WHERE w.text <> '' ORDER BY w.rank LIMIT 1`;

@Injectable()
export class GroundRepository {
  /** The links of all posts of a case, or of what those have become, with the exhibits that show each. */
  links(tx: Tx, caseId: string): Promise<GroundLink[]> {
    return tx.query<GroundLink[]>(
      `${PREPARED}SELECT a.id AS "addressId", l.post_id AS "postId", a.url, coalesce(c.platform, t.platform) AS platform, coalesce(c.author, c.handle) AS author, left(q.text, 600) AS quote,
         CASE WHEN coalesce(c.author, c.handle) IS NOT NULL THEN c.session END AS "authorSession", q.session AS "quoteSession",
         (SELECT j.claim_version_id FROM classify.judgements j WHERE j.post_id = l.post_id AND NOT EXISTS (SELECT 1 FROM classify.judgement_undos u WHERE u.judgement_id = j.id) ORDER BY j.recorded_at DESC LIMIT 1) AS "claimVersionId",
         coalesce((SELECT json_agg(json_build_object('exhibitId', x.id, 'evidenceId', e.id, 'sha256', e.sha256, 'sealedAt', e.sealed_at, 'session', ${sessionOf('v.visitor')}) ORDER BY x.attached_at, x.id)
           FROM cases.exhibits x JOIN core.evidence_items e ON e.id = x.evidence_id LEFT JOIN crawl.captures v ON v.id = x.capture_id WHERE x.case_id = $1 AND x.address_id = a.id), '[]') AS evidence,
         (SELECT json_build_object('evidenceId', e.id, 'sealedAt', e.sealed_at, 'session', ${seenBy}) FROM crawl.captures x JOIN core.evidence_items e ON e.id = x.evidence_id
           WHERE x.address_id = a.id AND x.state = 'sealed' AND x.outcome IN ('complete', 'partial') AND NOT EXISTS (SELECT 1 FROM cases.exhibits y WHERE y.case_id = $1 AND y.evidence_id = e.id) ORDER BY ${seenBy} IS NOT NULL, e.sealed_at DESC LIMIT 1) AS sealed
       FROM (SELECT coalesce(p.merged_into, x.post_id) AS post_id, min(x.added_at) AS added_at FROM cases.case_posts x LEFT JOIN intake.posts p ON p.id = x.post_id WHERE x.case_id = $1 GROUP BY 1) l
       JOIN intake.addresses a ON a.kind = 'url' AND (a.post_id = l.post_id OR a.post_id IN (SELECT m.id FROM intake.posts m WHERE m.merged_into = l.post_id))
       LEFT JOIN classify.triage_items t ON t.post_id = l.post_id LEFT JOIN crawl.captures judged ON judged.id = t.capture_id
       LEFT JOIN LATERAL (SELECT x.platform, ${shown('author')}, ${shown('handle')}, ${seenBy} AS session, ${shown('text')} FROM crawl.captures x WHERE x.address_id = a.id AND x.state = 'sealed' ORDER BY x.outcome IN ('gone', 'blocked'), ${seenBy} IS NOT NULL, x.ended_at DESC NULLS LAST LIMIT 1) c ON true
       LEFT JOIN LATERAL (${QUOTED}) q ON true
       ORDER BY l.added_at, a.created_at, a.id`,
      [caseId],
    );
  }
}
