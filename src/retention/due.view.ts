import { Injectable } from '@nestjs/common';
import type { Tx } from '../core/database/db.js';
import type { PurgeKind } from './retention-table.js';

export interface DueThing {
  refId: string;
  postId: string | null;
  caseId: string | null;
  since: Date;
}
/** `$1` kind, `$2` from when, `$3` how long: whether that time is over */
const past = (at: string) => `${at} + $3::interval <= core.office_now()`;
/** cases of which that is true, by their last step; none that is held */
const OVER = `ended AS MATERIALIZED (SELECT c.id FROM cases.cases c
    LEFT JOIN (SELECT s.case_id, max(s.taken_at) AS at, bool_or('confirmed' IN (s.from_state, s.to_state)) AS confirmed FROM cases.steps s GROUP BY s.case_id) s ON s.case_id = c.id
    WHERE (c.state = 'closed' OR c.state = 'dismissed' AND s.confirmed IS NOT TRUE) AND ${past('coalesce(s.at, c.opened_at)')} AND coalesce(s.confirmed, false) = ($2 = 'case-closed')
      AND NOT EXISTS (SELECT 1 FROM cases.holds h WHERE h.case_id = c.id AND h.lifted_at IS NULL))`;
/** posts that were judged so long ago */
const JUDGED = `ended AS (SELECT j.post_id FROM classify.judgements j WHERE ${past('j.judged_at')} AND ($2 <> 'judged-harmless' OR j.judgement <> 'false-statement-of-fact')
    AND NOT EXISTS (SELECT 1 FROM classify.judgement_undos u WHERE u.judgement_id = j.id))`;
/** what became one with the posts of those, and waits for nobody */
const family = (
  posts: string,
) => `roots AS (SELECT DISTINCT coalesce(p.merged_into, p.id) AS id FROM ${posts} l JOIN intake.posts p ON p.id = l.post_id),
  family AS MATERIALIZED (SELECT f.id FROM (SELECT id FROM roots UNION SELECT s.id FROM roots JOIN intake.posts s ON s.merged_into = roots.id) f
    WHERE NOT EXISTS (SELECT 1 FROM classify.triage_items t WHERE t.post_id = f.id AND (t.look_again OR t.state = 'waiting')))`;
const OF_CASES = `${OVER}, ${family('(SELECT l.post_id FROM ended JOIN cases.case_posts l ON l.case_id = ended.id)')}`;
const OF_JUDGED = `${JUDGED}, ${family('ended')}, free AS MATERIALIZED (SELECT f.id FROM family f WHERE NOT EXISTS (SELECT 1 FROM cases.case_posts l WHERE l.post_id = f.id))`;
const CAPTURE = `c.id AS ref, coalesce((SELECT a.post_id FROM intake.addresses a WHERE a.id = c.address_id), c.post_id) AS post_id, NULL::uuid AS case_id, c.ordered_at AS at`;
/** what keeps bytes: a look that came to nothing may have kept what came in place of an answer */
const KEPT = `(c.state = 'sealed' OR c.state = 'failed' AND EXISTS (SELECT 1 FROM crawl.capture_parts p WHERE p.capture_id = c.id)) AND ${past('c.ordered_at')}`;
const REPORT = `r.id AS ref, l.post_id, NULL::uuid AS case_id, r.received_at AS at FROM intake.reports r JOIN intake.report_posts l ON l.report_id = r.id AND l.ended_at IS NULL`;

/** What may be due, found by what ended long enough ago: all that is due is among it, and little else, so that few are asked for the exact sum. */
function candidates(kind: PurgeKind, basis: string): string {
  if (kind === 'reporter')
    return `possible AS (SELECT ${REPORT} JOIN intake.reporter_identities i ON i.report_id = r.id WHERE ${past('r.received_at')}
      AND NOT EXISTS (SELECT 1 FROM classify.triage_items t WHERE t.post_id = l.post_id AND (t.look_again OR t.state = 'waiting'))
      AND NOT EXISTS (SELECT 1 FROM cases.case_posts k JOIN cases.cases c ON c.id = k.case_id WHERE k.post_id = l.post_id AND c.state NOT IN ('closed', 'dismissed')))`;
  if (kind === 'report')
    return `${OF_JUDGED}, possible AS (SELECT ${REPORT} JOIN free ON free.id = l.post_id WHERE ${past('r.received_at')})`;
  if (kind === 'party')
    return `${OVER}, possible AS (SELECT p.id AS ref, NULL::uuid AS post_id, p.case_id, p.added_at AS at FROM ended JOIN cases.parties p ON p.case_id = ended.id WHERE ${past('p.added_at')})`;
  if (kind === 'file')
    return `${OVER}, possible AS (SELECT DISTINCT x.id AS ref, NULL::uuid AS post_id, x.case_id, x.attached_at AS at FROM ended JOIN cases.exhibits e ON e.case_id = ended.id
      JOIN cases.exhibits x ON x.evidence_id = e.evidence_id JOIN cases.files f ON f.exhibit_id = x.id)`;
  if (kind === 'source')
    return `possible AS (SELECT c.id AS ref, NULL::uuid AS post_id, NULL::uuid AS case_id, c.ordered_at AS at FROM classify.source_links l JOIN crawl.captures c ON c.address_id = l.id AND c.reason = 'source'
      WHERE ${KEPT} AND $2 = 'nothing-rests' AND NOT EXISTS (SELECT 1 FROM classify.version_sources s JOIN classify.claim_versions v ON v.id = s.version_id JOIN classify.claims k ON k.id = v.claim_id
        JOIN classify.claims h ON h.id = coalesce(k.merged_into, k.id) WHERE s.link_id = l.id AND h.state <> 'retired'))`;
  if (basis === 'judged-harmless')
    return `${OF_JUDGED}, possible AS (SELECT ${CAPTURE} FROM free JOIN crawl.captures c ON c.post_id = free.id WHERE ${KEPT})`;
  return `${OF_CASES}, refs AS (SELECT c.id FROM family f JOIN crawl.captures c ON c.post_id = f.id
      UNION SELECT c.id FROM family f JOIN intake.addresses a ON a.post_id = f.id JOIN crawl.captures c ON c.address_id = a.id
      UNION SELECT c.id FROM family f JOIN intake.report_posts l ON l.post_id = f.id AND l.ended_at IS NULL JOIN crawl.captures c ON c.address_id = l.address_id
      UNION SELECT c.id FROM ended JOIN cases.exhibits x ON x.case_id = ended.id JOIN crawl.captures c ON c.evidence_id = x.evidence_id),
    possible AS (SELECT ${CAPTURE} FROM refs JOIN crawl.captures c ON c.id = refs.id WHERE ${KEPT})`;
}

/** What is due and in no open list, the oldest first; what somebody kept stays out of the next ones for a while. */
@Injectable()
export class DueView {
  of(tx: Tx, kind: PurgeKind, basis: string, keep: string, againAfterDays: number, most: number): Promise<DueThing[]> {
    return tx.query<DueThing[]>(
      `WITH ${candidates(kind, basis)},
         open AS (SELECT x.* FROM possible x
           WHERE NOT EXISTS (SELECT 1 FROM retention.tombstones t WHERE t.kind = $1 AND t.ref_id = x.ref)
             AND NOT EXISTS (SELECT 1 FROM retention.items i WHERE i.kind = $1 AND i.ref_id = x.ref AND (i.state = 'due' OR i.state = 'kept' AND i.settled_at + make_interval(days => $4) > core.office_now())))
       SELECT x.ref AS "refId", x.post_id AS "postId", x.case_id AS "caseId", s.since FROM (SELECT * FROM open ORDER BY at, ref) x, LATERAL (SELECT retention.since($1, $2, x.ref) AS since, retention.on_hold($1, x.ref) AS held OFFSET 0) s
       WHERE s.since + $3::interval <= core.office_now() AND NOT s.held LIMIT $5`,
      [kind, basis, keep, againAfterDays, most],
    );
  }
}
