import { unbarred } from '../../core/identity/bars.js';
import { notBarred } from '../../cases/index.js';
import { PENALTY_RETURNED, TAKEDOWN_RETURNED } from '../../enforcement/index.js';
import { LOOK_AGAIN, OPEN_WITHDRAWAL, WITH_NEWEST } from '../../publication/index.js';
import { DEAD, MAY_KNOW_DEAD } from '../dead-deliveries.view.js';
import { MAY_KNOW_IDENTITY, OF_IDENTITY, SECTIONS } from '../my-work/work-sections.view.js';
import type { SinceClock } from './overview.js';
import type { Desk } from './overview-table.js';

/**
 * What is counted, line by line: `id`, `since` when, a `label`, and the record that it leads to (`kind`, `record`); `$1` is the reader,
 * `$2` narrows it to one handler. `list` and `page` lead to a desk that lists exactly these; without them they have a list of their own.
 */
export interface Counted {
  /** opens the list */
  right: string;
  sql: string;
  clock: SinceClock;
  list?: string;
  page?: string;
}
const byOffice = (right: string, sql: string, list?: string, page?: string): Counted => ({ right, sql, clock: 'office', list, page });
const byTrueTime = (right: string, sql: string, list?: string, page?: string): Counted => ({ right, sql, clock: 'true', list, page });
/** Since a day of the office: nobody knows the hour. */
const byDay = (right: string, sql: string, list?: string, page?: string): Counted => ({ right, sql, clock: 'day', list, page });
const penalties = (state: string, more = 'true'): string =>
  `SELECT p.id, coalesce(p.issued_on::timestamptz, (SELECT max(n.written_at) FROM enforcement.penalty_contents n WHERE n.penalty_id = p.id)) AS since
   FROM enforcement.penalties p WHERE p.state = '${state}' AND ${more} AND ${notBarred('$1', 'p.case_id')}`;
const takedowns = (condition: string): string =>
  `SELECT t.id, t.created_at AS since FROM enforcement.takedowns t WHERE ${condition} AND ${notBarred('$1', 't.case_id')}`;
const captures = (condition: string): string =>
  `SELECT c.id, c.ordered_at AS since, c.url AS label, 'post' AS kind, c.post_id AS record FROM crawl.captures c WHERE c.state = 'ordered' AND ${condition} AND ${unbarred('$1::uuid', 'c.post_id')}`;
const correction = (condition: string, from = WITH_NEWEST, since = 'n.written_at'): string =>
  `SELECT c.id, ${since} AS since, n.content -> 'vi' ->> 'title' AS label, 'correction' AS kind, c.id AS record FROM ${from} WHERE ${condition}`;

const complaints = (condition: string, since: string): string =>
  `SELECT k.id, ${since} AS since, p.number AS label, 'penalty' AS kind, p.id AS record
   FROM enforcement.complaints k JOIN enforcement.penalties p ON p.id = k.penalty_id WHERE ${condition} AND ${notBarred('$1', 'k.case_id')}`;

/** Where something waits, for whomever it waits: what a person may not do is not asked, what they are barred from is left out. */
export const DESK_SQL: Record<Desk, Counted> = {
  triage: byOffice(
    'triage.read',
    `SELECT t.id, t.received_at AS since FROM classify.triage_items t WHERE (t.state = 'waiting' OR t.look_again) AND ${unbarred('$1::uuid', 't.post_id')}`,
    '/api/triage',
    '/triage',
  ),
  captures: byTrueTime('evidence.read', captures(`c.reason <> 'second-look'`)),
  looks: byTrueTime('evidence.read', captures(`c.reason = 'second-look'`)),
  'case-proposals': byOffice(
    'case.read',
    `SELECT x."postId" AS id, x."proposedAt" AS since, coalesce(x."firstLine", x.url) AS label, 'post' AS kind, x."postId" AS record FROM (${SECTIONS.proposals.sql}) x`,
  ),
  falls: byOffice(
    'case.read',
    `SELECT f.id, f.proposed_at AS since, c.number AS label, 'case' AS kind, c.id AS record FROM cases.case_fall_proposals f JOIN cases.cases c ON c.id = f.case_id
     WHERE NOT EXISTS (SELECT 1 FROM cases.case_fall_decisions d WHERE d.proposal_id = f.id) AND ${notBarred('$1')}`,
  ),
  claims: byTrueTime(
    'claim.read',
    `SELECT v.id, v.drafted_at AS since, v.wordings -> 0 ->> 'text' AS label, 'claim' AS kind, c.id AS record FROM classify.claims c
     JOIN LATERAL (SELECT * FROM classify.claim_versions x WHERE x.claim_id = c.id ORDER BY x.number DESC LIMIT 1) v ON true
     WHERE c.state IN ('draft', 'approved') AND NOT EXISTS (SELECT 1 FROM classify.claim_approvals a WHERE a.version_id = v.id) AND NOT EXISTS (SELECT 1 FROM classify.claim_returns b WHERE b.version_id = v.id)
     UNION ALL
     SELECT r.id, r.proposed_at, v.wordings -> 0 ->> 'text', 'claim', c.id FROM classify.claim_retirements r
     JOIN classify.claims c ON c.id = r.claim_id JOIN classify.claim_versions v ON v.id = c.current_version_id WHERE r.agreed IS NULL
     UNION ALL
     SELECT m.id, m.proposed_at, v.wordings -> 0 ->> 'text', 'claim', c.id FROM classify.claim_merges m
     JOIN classify.claims c ON c.id = m.claim_id JOIN classify.claim_versions v ON v.id = c.current_version_id WHERE m.agreed IS NULL`,
  ),
  'removals-to-approve': byOffice(
    'takedown.read',
    takedowns(`t.state = 'draft' AND t.kind = 'removal' AND NOT ${TAKEDOWN_RETURNED}`),
    '/api/takedowns?state=draft&kind=removal&returned=false',
    '/takedowns?state=draft&kind=removal&returned=false',
  ),
  'withdrawals-to-approve': byOffice(
    'takedown.read',
    takedowns(`t.state = 'draft' AND t.kind = 'withdrawal' AND NOT ${TAKEDOWN_RETURNED}`),
    '/api/takedowns?state=draft&kind=withdrawal&returned=false',
    '/takedowns?state=draft&kind=withdrawal&returned=false',
  ),
  'removals-to-send': byOffice(
    'takedown.read',
    takedowns(`t.state = 'approved'`),
    '/api/takedowns?state=approved',
    '/takedowns?state=approved',
  ),
  'corrections-to-approve': byOffice(
    'correction.read',
    correction(`c.state = 'draft' AND NOT EXISTS (SELECT 1 FROM publication.correction_returns r WHERE r.content_id = n.id)`),
  ),
  'correction-withdrawals': byOffice(
    'correction.read',
    correction(
      `w.id = ${OPEN_WITHDRAWAL}`,
      `${WITH_NEWEST} JOIN publication.correction_withdrawals w ON w.correction_id = c.id`,
      'w.proposed_at',
    ),
  ),
  'corrections-look-again': byOffice(
    'correction.read',
    correction(LOOK_AGAIN),
    '/api/corrections?lookAgain=true',
    '/corrections?lookAgain=true',
  ),
  'records-to-draw': byOffice(
    'violation.read',
    `SELECT v.id, v.created_at AS since FROM enforcement.violations v WHERE v.state = 'draft' AND ${notBarred('$1', 'v.case_id')}`,
    '/api/violations?state=draft',
    '/penalties?view=records&state=draft',
  ),
  'records-to-decide': byDay(
    'violation.read',
    `SELECT v.id, v.drawn_on::timestamptz AS since, v.reference AS label, 'violation' AS kind, v.id AS record FROM enforcement.violations v
     WHERE v.state = 'drawn' AND NOT EXISTS (SELECT 1 FROM enforcement.penalties p WHERE p.violation_id = v.id AND p.kind = 'decision' AND p.state <> 'cancelled') AND ${notBarred('$1', 'v.case_id')}`,
  ),
  'decisions-to-sign': byOffice(
    'penalty.read',
    penalties('draft', `NOT ${PENALTY_RETURNED}`),
    '/api/penalties?state=draft&returned=false',
    '/penalties?state=draft&returned=false',
  ),
  'decisions-to-number': byOffice('penalty.read', penalties('signed'), '/api/penalties?state=signed', '/penalties?state=signed'),
  'decisions-to-serve': byDay('penalty.read', penalties('numbered'), '/api/penalties?state=numbered', '/penalties?state=numbered'),
  refunds: byOffice(
    'penalty.read',
    `SELECT p.id, (SELECT max(y.recorded_at) FROM enforcement.penalty_payments y WHERE y.penalty_id = p.id) AS since, p.number AS label, 'penalty' AS kind, p.id AS record FROM enforcement.penalties p
     WHERE p.state = 'annulled' AND EXISTS (SELECT 1 FROM enforcement.penalty_payments y WHERE y.penalty_id = p.id) AND ${notBarred('$1', 'p.case_id')}`,
  ),
  'complaints-to-accept': byDay('penalty.read', complaints(`k.state = 'received'`, 'k.received_on::timestamptz')),
  'complaints-to-answer': byDay('penalty.read', complaints(`k.state = 'accepted'`, 'k.accepted_on::timestamptz')),
  'identity-requests': byTrueTime(
    'log.read',
    `SELECT q.id, q.requested_at AS since, c.number AS label, CASE WHEN c.id IS NULL THEN 'post' ELSE 'case' END AS kind, coalesce(c.id, l.post_id) AS record
     FROM ${OF_IDENTITY} WHERE q.decision IS NULL AND ${MAY_KNOW_IDENTITY}`,
  ),
  rights: byTrueTime(
    'log.read',
    `SELECT r.id, r.proposed_at AS since, s.name AS label, 'staff' AS kind, s.id AS record FROM core.staff_roles r JOIN core.staff s ON s.id = r.staff_id WHERE r.approved_at IS NULL AND r.ended_at IS NULL
     UNION ALL SELECT t.id, t.proposed_at, s.name, 'staff', s.id FROM core.staff_titles t JOIN core.staff s ON s.id = t.staff_id WHERE t.approved_at IS NULL AND t.ended_at IS NULL`,
  ),
};

/** What is over its time. */
export const LATE_SQL = {
  'links-overdue': byOffice(
    'takedown.read',
    `SELECT i.id, i.due_at AS since FROM enforcement.items i JOIN enforcement.takedowns t ON t.id = i.takedown_id WHERE i.overdue AND t.state = 'sent' AND ${notBarred('$1', 'i.case_id')}`,
    '/api/takedowns/items?overdue=true',
    '/takedowns?view=links&overdue=true',
  ),
  undeliverable: byOffice(
    'takedown.read',
    takedowns(`t.state = 'undeliverable'`),
    '/api/takedowns?state=undeliverable',
    '/takedowns?state=undeliverable',
  ),
  'fines-late': byDay(
    'penalty.read',
    `SELECT p.id, p.due_on::timestamptz AS since FROM enforcement.penalties p WHERE p.state = 'late' AND ${notBarred('$1', 'p.case_id')}`,
    '/api/penalties?state=late',
    '/penalties?state=late',
  ),
  'complaints-late': byOffice('penalty.read', complaints('k.due_at <= core.office_now()', 'k.due_at')),
  'case-deadlines': byOffice(
    'case.read',
    `SELECT c.id, d.since FROM (SELECT case_id, min(due_at) AS since FROM cases.deadlines WHERE met_at IS NULL AND due_at <= core.office_now() GROUP BY case_id) d
     JOIN cases.cases c ON c.id = d.case_id WHERE ${notBarred('$1')}`,
    '/api/cases?overdue=true',
    '/cases?overdue=true',
  ),
} satisfies Record<string, Counted>;

/** Work that gave up, of one handler or of all; each leads to the event that ordered it. */
export const GAVE_UP: Counted = byTrueTime(
  'log.read',
  `SELECT d.id, d.available_at AS since, d.error AS label, 'event' AS kind, d.event_id AS record FROM ${DEAD} WHERE d.state = 'dead' AND ($2::text IS NULL OR d.handler = $2) AND ${MAY_KNOW_DEAD}`,
);
