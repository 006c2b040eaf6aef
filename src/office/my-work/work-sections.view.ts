import { cutAtWord, firstLine } from '../../core/database/cut-at-word.js';
import { inForce } from '../../core/identity/index.js';
import { personalDataTable } from '../../core/identity/personal-data-table.js';
import { REQUEST_STATE } from '../../core/identity/identity-requests.js';
import { neverSeenLaidOut, sessionOf, SIGNED_OUT } from '../../crawl/index.js';
import { CASE_LINE, LOOKED_ANEW, notBarred, OVERTAKEN_CLAIMS, notBarredFromPost, notBarredFromReport } from '../../cases/index.js';
import { NOBODY_ANSWERS, TAKEDOWN_RETURNED } from '../../enforcement/index.js';
import { DEAD, MAY_KNOW_DEAD } from '../dead-deliveries.view.js';
import { officeTable } from '../office-table.js';
import { ACTS_STAND } from '../overtaken/resting.view.js';
import { CORRECTION_SECTIONS } from './correction-work.view.js';
import { KEEPING_SECTIONS } from './keeping-work.view.js';
import { PENALTY_SECTIONS } from './penalty-work.view.js';
import type { Reader, Section } from '../section.js';

const me = (reader: Reader) => [reader.staffId];

const TAKEDOWN = `t.id AS "takedownId", t.reference, t.kind, t.platform, t.state, t.version, c.id AS "caseId", c.number`;
const IDENTITY = `q.id AS "requestId", q.kind, q.reason, q.requested_at AS "requestedAt", coalesce(a.url, ${cutAtWord('a.text', 200)}) AS about, r.channel, r.received_at AS "receivedAt", c.id AS "caseId", c.number`;
export const OF_IDENTITY = `core.identity_requests q
  LEFT JOIN intake.reports r ON q.kind = 'reporter' AND r.id = q.ref_id LEFT JOIN intake.report_posts l ON l.report_id = r.id AND l.ended_at IS NULL LEFT JOIN intake.addresses a ON a.id = l.address_id
  LEFT JOIN cases.parties y ON q.kind = 'party' AND y.id = q.ref_id LEFT JOIN cases.cases c ON c.id = y.case_id`;
export const MAY_KNOW_IDENTITY = `${notBarred('$1')} AND ${notBarredFromReport('$1', 'r.id')}`;
const OF_TAKEDOWN = 'enforcement.takedowns t JOIN cases.cases c ON c.id = t.case_id';

/** What waits for a person, list by list: the rights that open it, any of them, and the query. */
export const SECTIONS = {
  proposals: {
    rights: ['case.work'],
    values: me,
    sql: `SELECT p.post_id AS "postId", p.item_id AS "itemId", p.judgement_id AS "judgementId", p.proposed_at AS "proposedAt", t.platform, ${firstLine('t.text', 200)} AS "firstLine", ${sessionOf('words.visitor')} AS session, ${neverSeenLaidOut('words')} AS "neverLaidOut", v.topic, u.name AS "judgedBy", j.judged_at AS "judgedAt",
            (SELECT a.url FROM intake.addresses a WHERE a.post_id = p.post_id AND a.kind = 'url' ORDER BY a.created_at LIMIT 1) AS url
          FROM cases.case_proposals p
          JOIN LATERAL (SELECT * FROM classify.judgements x WHERE x.post_id = p.post_id AND NOT EXISTS (SELECT 1 FROM classify.judgement_undos d WHERE d.judgement_id = x.id) ORDER BY x.recorded_at DESC LIMIT 1) j ON j.judgement = 'false-statement-of-fact'
          LEFT JOIN classify.claim_versions v ON v.id = j.claim_version_id LEFT JOIN classify.triage_items t ON t.id = p.item_id LEFT JOIN crawl.captures words ON words.id = t.capture_id LEFT JOIN core.staff u ON u.id = j.judged_by
          WHERE p.case_id IS NULL AND NOT EXISTS (SELECT 1 FROM cases.held_posts h WHERE h.post_id = p.post_id)
            AND NOT EXISTS (SELECT 1 FROM cases.case_proposal_declines d WHERE d.judgement_id = p.judgement_id AND d.undone_at IS NULL)
            AND ${notBarredFromPost('$1', 'p.post_id')}
          ORDER BY p.proposed_at, p.post_id`,
  },
  assigned: {
    rights: ['case.read'],
    values: me,
    sql: `SELECT ${CASE_LINE} FROM cases.cases c WHERE c.assignee = $1 AND c.state <> 'closed' AND ${notBarred('$1')} ORDER BY overdue DESC, "nextDeadline" NULLS LAST, c.number`,
  },
  overtaken: {
    rights: ['case.work'],
    values: me,
    sql: `SELECT c.id AS "caseId", c.number, c.state, o.claim_id AS "claimId", v.wordings -> 0 ->> 'text' AS text, o.since::text AS since, o.cause
          FROM cases.cases c CROSS JOIN LATERAL ${OVERTAKEN_CLAIMS} o JOIN classify.claims k ON k.id = o.claim_id JOIN classify.claim_versions v ON v.id = k.current_version_id
          WHERE coalesce(c.assignee, c.opened_by) = $1 AND ${notBarred('$1')} AND (c.state <> 'closed' OR ${ACTS_STAND}) AND NOT ${LOOKED_ANEW} ORDER BY o.since, c.number, o.claim_id`,
  },
  deadlines: {
    rights: ['case.read'],
    values: (reader) => [reader.staffId, officeTable.deadline_near_days],
    sql: `SELECT d.id, d.what, d.due_at AS "dueAt", d.due_at <= core.office_now() AS overdue, c.id AS "caseId", c.number
          FROM cases.deadlines d JOIN cases.cases c ON c.id = d.case_id
          WHERE d.met_at IS NULL AND c.assignee = $1 AND ${notBarred('$1')} AND d.due_at <= core.office_now() + make_interval(days => $2) ORDER BY d.due_at, d.id`,
  },
  falls: {
    rights: ['case.fall'],
    values: me,
    sql: `SELECT f.id AS "proposalId", f.what, f.reason, f.proposed_at AS "proposedAt", u.name AS "proposedBy", c.id AS "caseId", c.number, c.version
          FROM cases.case_fall_proposals f JOIN cases.cases c ON c.id = f.case_id JOIN core.staff u ON u.id = f.proposed_by
          WHERE f.proposed_by <> $1 AND NOT EXISTS (SELECT 1 FROM cases.case_fall_decisions d WHERE d.proposal_id = f.id) AND ${notBarred('$1')} ORDER BY f.proposed_at, f.id`,
  },
  claims: {
    rights: ['claim.approve'],
    values: me,
    sql: `SELECT * FROM (SELECT c.id AS "claimId", v.id AS "versionId", v.number, v.topic, v.harm, v.wordings -> 0 ->> 'text' AS text, u.name AS "askedBy", v.drafted_at AS "askedAt", 'approve' AS why
          FROM classify.claims c JOIN LATERAL (SELECT * FROM classify.claim_versions x WHERE x.claim_id = c.id ORDER BY x.number DESC LIMIT 1) v ON true LEFT JOIN core.staff u ON u.id = v.drafted_by
          WHERE c.state IN ('draft', 'approved') AND v.id IS DISTINCT FROM c.current_version_id AND NOT EXISTS (SELECT 1 FROM classify.claim_approvals p WHERE p.version_id = v.id)
            AND NOT EXISTS (SELECT 1 FROM classify.claim_returns b WHERE b.version_id = v.id)
            AND NOT EXISTS (SELECT 1 FROM classify.claim_versions m WHERE m.claim_id = c.id AND m.drafted_by = $1
              AND m.number > coalesce((SELECT max(a.number) FROM classify.claim_versions a JOIN classify.claim_approvals p ON p.version_id = a.id WHERE a.claim_id = c.id), 0))
          UNION ALL
          SELECT c.id, v.id, v.number, v.topic, v.harm, v.wordings -> 0 ->> 'text', u.name, r.proposed_at, 'retire'
          FROM classify.claim_retirements r JOIN classify.claims c ON c.id = r.claim_id JOIN classify.claim_versions v ON v.id = c.current_version_id JOIN core.staff u ON u.id = r.proposed_by
          WHERE r.agreed IS NULL AND r.proposed_by <> $1
          UNION ALL
          SELECT c.id, v.id, v.number, v.topic, v.harm, v.wordings -> 0 ->> 'text', u.name, m.proposed_at, m.what
          FROM classify.claim_merges m JOIN classify.claims c ON c.id = m.claim_id JOIN classify.claim_versions v ON v.id = c.current_version_id JOIN core.staff u ON u.id = m.proposed_by
          WHERE m.agreed IS NULL AND m.proposed_by <> $1) x ORDER BY "askedAt", "versionId", why`,
  },
  toReword: {
    rights: ['claim.draft'],
    values: () => [],
    sql: `SELECT c.id AS "claimId", v.id AS "versionId", v.topic, v.wordings -> 0 ->> 'text' AS text, u.name AS by, r.returned_at AS at
          FROM classify.claims c JOIN LATERAL (SELECT * FROM classify.claim_versions x WHERE x.claim_id = c.id ORDER BY x.number DESC LIMIT 1) v ON true
          JOIN classify.claim_returns r ON r.version_id = v.id JOIN core.staff u ON u.id = r.returned_by WHERE c.state IN ('draft', 'approved') ORDER BY r.returned_at, v.id`,
  },
  roles: {
    rights: ['rights.approve'],
    values: me,
    sql: `SELECT r.id AS "proposalId", r.role, s.name, s.title, p.name AS "proposedBy", r.proposed_at AS "proposedAt",
            ARRAY(SELECT h.role FROM core.staff_roles h WHERE h.staff_id = s.id AND ${inForce('h')} ORDER BY h.role) AS "hasRoles",
            CASE WHEN r.reset IS NOT NULL THEN json_build_object('what', r.reset, 'by', (SELECT w.name FROM core.staff w WHERE w.id = r.reset_by), 'at', r.proposed_at) END AS reset
          FROM core.staff_roles r JOIN core.staff s ON s.id = r.staff_id LEFT JOIN core.staff p ON p.id = r.proposed_by
          WHERE r.approved_at IS NULL AND r.ended_at IS NULL AND r.staff_id <> $1 AND r.proposed_by IS DISTINCT FROM $1 ORDER BY r.proposed_at, r.id`,
  },
  titles: {
    rights: ['rights.approve'],
    values: me,
    sql: `SELECT t.id AS "proposalId", t.title, t.body, t.delegation, t.delegated_on::text AS "delegatedOn", t.from_day::text AS "from", t.to_day::text AS "to", s.name, p.name AS "proposedBy", t.proposed_at AS "proposedAt"
          FROM core.staff_titles t JOIN core.staff s ON s.id = t.staff_id LEFT JOIN core.staff p ON p.id = t.proposed_by
          WHERE t.approved_at IS NULL AND t.ended_at IS NULL AND t.staff_id <> $1 AND t.proposed_by IS DISTINCT FROM $1 ORDER BY t.proposed_at, t.id`,
  },
  resets: {
    rights: ['rights.approve'],
    values: me,
    sql: `SELECT r.id AS "proposalId", s.name, s.title, a.email, p.name AS "proposedBy", r.proposed_at AS "proposedAt",
            CASE WHEN a.password_given THEN (SELECT json_build_object('by', u.name, 'at', e.office ->> 'recordedAt') FROM core.events e JOIN core.staff u ON u.id::text = e.office ->> 'actor'
              WHERE e.subject = s.id::text AND e.type = 'password.reset' AND e.office -> 'data' ->> 'accountId' = a.id::text ORDER BY e.position DESC LIMIT 1) END AS "passwordReset"
          FROM core.second_factor_resets r JOIN core.accounts a ON a.id = r.account_id AND a.disabled_at IS NULL JOIN core.staff s ON s.id = a.staff_id JOIN core.staff p ON p.id = r.proposed_by
          WHERE r.decision IS NULL AND r.proposed_by <> $1 AND a.staff_id <> $1 ORDER BY r.proposed_at, r.id`,
  },
  identities: {
    rights: ['identity.approve'],
    values: me,
    sql: `SELECT ${IDENTITY}, u.name AS "requestedBy" FROM ${OF_IDENTITY} JOIN core.staff u ON u.id = q.requested_by
          WHERE q.decision IS NULL AND q.requested_by <> $1 AND ${MAY_KNOW_IDENTITY} ORDER BY q.requested_at, q.id`,
  },
  answers: {
    rights: ['report.read'],
    values: (reader) => [reader.staffId, personalDataTable.look_hours],
    waits: 'NOT looked',
    sql: `SELECT ${IDENTITY}, ${REQUEST_STATE} AS state, q.decision_reason AS "decisionReason", u.name AS "decidedBy", q.decided_at AS "decidedAt", q.open_until AS "openUntil",
            EXISTS (SELECT 1 FROM core.personal_data_reads x WHERE x.request_id = q.id) AS looked
          FROM ${OF_IDENTITY} JOIN core.staff u ON u.id = q.decided_by
          WHERE q.requested_by = $1 AND coalesce(q.open_until, q.decided_at + make_interval(hours => $2)) > clock_timestamp() AND ${MAY_KNOW_IDENTITY} ORDER BY q.decided_at DESC, q.id`,
  },
  takedowns: {
    rights: ['takedown.approve'],
    values: me,
    sql: `SELECT ${TAKEDOWN}, x.sha256 AS "contentHash", u.name AS "writtenBy", x.written_at AS "writtenAt" FROM ${OF_TAKEDOWN}
          JOIN LATERAL (SELECT * FROM enforcement.takedown_contents y WHERE y.takedown_id = t.id ORDER BY y.number DESC LIMIT 1) x ON true LEFT JOIN core.staff u ON u.id = x.written_by
          WHERE t.state = 'draft' AND NOT ${TAKEDOWN_RETURNED} AND ${notBarred('$1')}
            AND NOT EXISTS (SELECT 1 FROM enforcement.takedown_contents m WHERE m.takedown_id = t.id AND m.written_by = $1
              AND m.number > coalesce((SELECT max(a.number) FROM enforcement.takedown_contents a JOIN enforcement.takedown_approvals p ON p.content_id = a.id WHERE a.takedown_id = t.id), 0))
          ORDER BY x.written_at, t.id`,
  },
  ...CORRECTION_SECTIONS,
  toSend: {
    rights: ['takedown.send'],
    values: me,
    sql: `SELECT ${TAKEDOWN} FROM ${OF_TAKEDOWN} WHERE t.state IN ('approved', 'undeliverable') AND ${notBarred('$1')} ORDER BY t.created_at, t.id`,
  },
  toRedraft: {
    rights: ['takedown.draft'],
    values: me,
    sql: `SELECT ${TAKEDOWN}, u.name AS by, r.returned_at AS at FROM ${OF_TAKEDOWN}
          JOIN LATERAL (SELECT y.id FROM enforcement.takedown_contents y WHERE y.takedown_id = t.id ORDER BY y.number DESC LIMIT 1) x ON true
          JOIN enforcement.takedown_returns r ON r.content_id = x.id JOIN core.staff u ON u.id = r.returned_by
          WHERE t.state = 'draft' AND ${notBarred('$1')} ORDER BY r.returned_at, t.id`,
  },
  toDraft: {
    rights: ['takedown.draft'],
    values: me,
    sql: `SELECT ${CASE_LINE} FROM cases.cases c WHERE c.state = 'confirmed' AND ${notBarred('$1')}
            AND NOT EXISTS (SELECT 1 FROM enforcement.takedowns t WHERE t.case_id = c.id AND t.kind = 'removal' AND t.state <> 'withdrawn')
            AND EXISTS (SELECT 1 FROM cases.case_posts l JOIN intake.addresses a ON a.post_id = l.post_id AND a.kind = 'url' WHERE l.case_id = c.id) ORDER BY c.number`,
  },
  reappeared: {
    rights: ['takedown.send'],
    values: me,
    sql: `SELECT ${TAKEDOWN}, r.links, r.at FROM ${OF_TAKEDOWN}
          JOIN LATERAL (SELECT count(DISTINCT i.id)::int AS links, min(s.at) AS at FROM enforcement.items i JOIN enforcement.item_steps s ON s.item_id = i.id AND s.to_state = 'reappeared'
            WHERE i.takedown_id = t.id AND i.state = 'reappeared') r ON r.links > 0
          WHERE t.state = 'sent' AND ${notBarred('$1')} ORDER BY r.at, t.id`,
  },
  late: {
    rights: ['takedown.send'],
    values: me,
    sql: `SELECT ${TAKEDOWN}, ${NOBODY_ANSWERS} AS "nobodyAnswers" FROM ${OF_TAKEDOWN} WHERE t.state = 'sent' AND ${notBarred('$1')}
            AND EXISTS (SELECT 1 FROM enforcement.items i WHERE i.takedown_id = t.id AND i.overdue AND i.state NOT IN ('verified-removed', 'withdrawn', 'restored')) ORDER BY t.sent_at, t.id`,
  },
  ...KEEPING_SECTIONS,
  ...PENALTY_SECTIONS,
  signedOut: { rights: ['profile.manage'], values: () => [], sql: SIGNED_OUT },
  gaveUp: {
    rights: ['log.read', 'delivery.retry', 'takedown.send'],
    values: (reader) => [reader.staffId, reader.rights.has('log.read'), reader.rights.has('delivery.retry')],
    sql: `SELECT d.handler, count(*)::int AS n, min(d.available_at) AS since, CASE WHEN $2 OR NOT $3 THEN (array_agg(d.error ORDER BY d.available_at DESC))[1] END AS error FROM ${DEAD}
          WHERE d.state = 'dead' AND ($2 OR $3 OR d.lane = 'outward') AND ${MAY_KNOW_DEAD} GROUP BY d.handler ORDER BY n DESC, d.handler`,
  },
} satisfies Record<string, Section>;
