import { CASE_LINE, notBarred } from '../../cases/index.js';
import { issuerIsLast } from '../../enforcement/index.js';

const me = ({ staffId }: { staffId: string }) => [staffId];
const RECORD = `v.id AS "violationId", NULL::uuid AS "penaltyId", v.reference, v.case_id AS "caseId", c.number AS "caseNumber", NULL::text AS number, NULL::text AS kind, NULL::text AS end, NULL::float8 AS amount`;
const OF_RECORD = 'enforcement.violations v JOIN cases.cases c ON c.id = v.case_id';
const DECISION = `p.violation_id AS "violationId", p.id AS "penaltyId", v.reference, p.case_id AS "caseId", c.number AS "caseNumber", p.number, p.kind,
  n.content ->> 'end' AS end, CASE WHEN n.content ->> 'end' = 'fine' THEN (n.content #>> '{sum,amount}')::float8 END AS amount`;
const OF_DECISION = `enforcement.penalties p JOIN enforcement.violations v ON v.id = p.violation_id JOIN cases.cases c ON c.id = p.case_id
  JOIN LATERAL (SELECT x.* FROM enforcement.penalty_contents x WHERE x.penalty_id = p.id ORDER BY x.number DESC LIMIT 1) n ON true`;
const EXPLAINED = `(SELECT max(e.recorded_at) FROM enforcement.explanations e WHERE e.violation_id = v.id AND e.kind IN ('written', 'heard'))`;
/** Whoever had a hand in a decision has none in what becomes of the complaint about it. */
const OF_COMPLAINT = `enforcement.complaints k JOIN enforcement.penalties p ON p.id = k.penalty_id JOIN enforcement.violations v ON v.id = p.violation_id JOIN cases.cases c ON c.id = p.case_id
  JOIN LATERAL (SELECT x.* FROM enforcement.penalty_contents x WHERE x.penalty_id = p.id ORDER BY x.number DESC LIMIT 1) n ON true
  LEFT JOIN LATERAL (SELECT a.id, r.returned_at FROM enforcement.complaint_answers a LEFT JOIN enforcement.complaint_returns r ON r.answer_id = a.id
    WHERE a.complaint_id = k.id AND (k.state = 'received') = (a.content ->> 'outcome' = 'not-accepted') ORDER BY a.number DESC LIMIT 1) w ON true`;
/** What is written of it fits where it stands, and was not sent back. */
const WRITTEN = '(w.id IS NOT NULL AND w.returned_at IS NULL)';
const NO_HAND = `NOT enforcement.had_a_hand($1, k.id)`;
/** Whoever issued it is the last to approve: where the law of the day leaves it to them, and nobody else of that title may. */
const ALONE = `EXISTS (SELECT 1 FROM json_to_recordset($2::json) AS l ("from" date, "to" date) WHERE k.received_on >= l.from AND (l.to IS NULL OR k.received_on <= l.to))
  AND enforcement.issuer_alone($1, k.id, core.office_now()::date, ARRAY(SELECT t.title FROM enforcement.penalty_signatures s JOIN core.staff_titles t ON t.id = s.title_id WHERE s.content_id = n.id))`;
/** The drafts of these ids, those that wait longest first. */
export const DRAFTS_TO_SIGN = `SELECT ${DECISION}, 'sign' AS why, n.written_at AS at, NULL::text AS "dueOn" FROM ${OF_DECISION} WHERE p.id = ANY($1::uuid[]) ORDER BY n.written_at, p.id`;

/** What waits for somebody on the way of a penalty, save for a signature; `why` says for what. */
export const PENALTY_SECTIONS = {
  toRecord: {
    rights: ['violation.draw'],
    values: me,
    sql: `SELECT ${CASE_LINE} FROM cases.cases c WHERE c.state = 'confirmed' AND ${notBarred('$1')}
            AND EXISTS (SELECT 1 FROM cases.parties y WHERE y.case_id = c.id AND y.role = 'accused'
              AND NOT EXISTS (SELECT 1 FROM enforcement.violations v WHERE v.party_id = y.id AND v.state <> 'cancelled')) ORDER BY c.number`,
  },
  toDraw: {
    rights: ['violation.draw'],
    values: me,
    sql: `SELECT ${RECORD}, 'draw' AS why, v.created_at AS at, NULL::text AS "dueOn" FROM ${OF_RECORD} WHERE v.state = 'draft' AND ${notBarred('$1')} ORDER BY v.created_at, v.id`,
  },
  toDecide: {
    rights: ['penalty.draft'],
    values: me,
    sql: `SELECT * FROM (
          SELECT ${RECORD}, CASE WHEN r.violation_id IS NULL THEN 'confirm-right' ELSE 'decide' END AS why, v.created_at AS at, v.drawn_on::text AS "dueOn"
          FROM ${OF_RECORD} LEFT JOIN enforcement.explanation_rights r ON r.violation_id = v.id
          WHERE v.state = 'drawn' AND ${notBarred('$1')} AND NOT EXISTS (SELECT 1 FROM enforcement.penalties p WHERE p.violation_id = v.id AND p.kind = 'decision' AND p.state <> 'cancelled')
          UNION ALL
          SELECT ${DECISION}, 'answer', ${EXPLAINED}, NULL FROM ${OF_DECISION} WHERE p.state = 'draft' AND p.kind = 'decision' AND ${EXPLAINED} > n.written_at AND ${notBarred('$1')}
          UNION ALL
          SELECT ${DECISION}, 'returned', r.returned_at, NULL FROM ${OF_DECISION} JOIN enforcement.penalty_returns r ON r.content_id = n.id
          WHERE p.state = 'draft' AND $1::uuid NOT IN (SELECT enforcement.hands_in(p.annuls)) AND ${notBarred('$1')}
        ) x ORDER BY at, "violationId"`,
  },
  toAnswer: {
    rights: ['penalty.draft'],
    values: me,
    sql: `SELECT ${DECISION}, CASE WHEN w.returned_at IS NOT NULL THEN 'returned-answer' WHEN k.state = 'received' THEN 'accept-complaint' ELSE 'answer-complaint' END AS why, coalesce(w.returned_at, k.recorded_at) AS at, (CASE k.state WHEN 'received' THEN k.accept_by ELSE k.answer_by END)::text AS "dueOn"
          FROM ${OF_COMPLAINT} WHERE k.state IN ('received', 'accepted') AND NOT ${WRITTEN} AND ${NO_HAND} AND ${notBarred('$1')} ORDER BY k.due_at, k.id`,
  },
  toApprove: {
    rights: ['penalty.sign'],
    values: ({ staffId }: { staffId: string }) => [staffId, JSON.stringify(issuerIsLast())],
    sql: `SELECT ${DECISION}, CASE k.state WHEN 'received' THEN 'approve-refusal' ELSE 'approve-answer' END AS why, k.recorded_at AS at, (CASE k.state WHEN 'received' THEN k.accept_by ELSE k.answer_by END)::text AS "dueOn"
          FROM ${OF_COMPLAINT} WHERE k.state IN ('received', 'accepted') AND ${WRITTEN} AND NOT EXISTS (SELECT 1 FROM enforcement.complaint_answers a WHERE a.complaint_id = k.id AND a.written_by = $1) AND (${NO_HAND} OR ${ALONE}) AND ${notBarred('$1')} ORDER BY k.due_at, k.id`,
  },
  toServe: {
    rights: ['penalty.serve'],
    values: me,
    sql: `SELECT ${DECISION}, CASE p.state WHEN 'signed' THEN 'number' ELSE 'serve' END AS why, n.written_at AS at, NULL::text AS "dueOn"
          FROM ${OF_DECISION} WHERE p.state IN ('signed', 'numbered') AND ${notBarred('$1')} ORDER BY n.written_at, p.id`,
  },
  toCollect: {
    rights: ['penalty.collect'],
    values: me,
    sql: `SELECT ${DECISION}, CASE p.state WHEN 'late' THEN 'late' ELSE 'refund' END AS why, n.written_at AS at, p.due_on::text AS "dueOn"
          FROM ${OF_DECISION} WHERE ${notBarred('$1')} AND (p.state = 'late' OR p.state = 'annulled' AND EXISTS (SELECT 1 FROM enforcement.penalty_payments y WHERE y.penalty_id = p.id)) ORDER BY p.due_on, p.id`,
  },
};
