import { Injectable } from '@nestjs/common';
import type { Tx } from '../core/database/db.js';
import type { PurgeKind } from './retention-table.js';

export interface DueThing {
  refId: string;
  postId: string | null;
  caseId: string | null;
  since: Date;
}
/** what can be old enough, by a date of its own; what ended when is asked of these alone */
const CANDIDATES: Record<PurgeKind, string> = {
  capture: `SELECT c.id AS ref, coalesce((SELECT a.post_id FROM intake.addresses a WHERE a.id = c.address_id), c.post_id) AS post_id, NULL::uuid AS case_id FROM crawl.captures c WHERE c.state = 'sealed' AND c.ordered_at + $3::interval <= core.office_now()`,
  reporter: `SELECT r.id AS ref, l.post_id, NULL::uuid AS case_id FROM intake.reports r JOIN intake.reporter_identities i ON i.report_id = r.id JOIN intake.report_posts l ON l.report_id = r.id AND l.ended_at IS NULL WHERE r.received_at + $3::interval <= core.office_now()`,
  report: `SELECT r.id AS ref, l.post_id, NULL::uuid AS case_id FROM intake.reports r JOIN intake.report_posts l ON l.report_id = r.id AND l.ended_at IS NULL WHERE r.received_at + $3::interval <= core.office_now()`,
  party: `SELECT p.id AS ref, NULL::uuid AS post_id, p.case_id FROM cases.parties p JOIN cases.cases c ON c.id = p.case_id AND c.state = 'closed' WHERE p.added_at + $3::interval <= core.office_now()`,
};

/** What is due and in no open list; what somebody kept stays out of the next ones for a while. */
@Injectable()
export class DueView {
  of(tx: Tx, kind: PurgeKind, basis: string, keep: string, againAfterDays: number, most: number): Promise<DueThing[]> {
    return tx.query<DueThing[]>(
      `WITH due AS MATERIALIZED (
         SELECT x.ref, x.post_id, x.case_id, retention.since($1, $2, x.ref) AS since FROM (${CANDIDATES[kind]}) x
         WHERE NOT EXISTS (SELECT 1 FROM retention.tombstones t WHERE t.kind = $1 AND t.ref_id = x.ref)
           AND NOT EXISTS (SELECT 1 FROM retention.items i WHERE i.kind = $1 AND i.ref_id = x.ref AND (i.state = 'due' OR i.state = 'kept' AND i.settled_at + make_interval(days => $4) > core.office_now())))
       SELECT ref AS "refId", post_id AS "postId", case_id AS "caseId", since FROM due
       WHERE since + $3::interval <= core.office_now() AND NOT retention.on_hold($1, ref) ORDER BY since, ref LIMIT $5`,
      [kind, basis, keep, againAfterDays, most],
    );
  }
}
