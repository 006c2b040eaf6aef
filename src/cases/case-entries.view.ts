import { Injectable } from '@nestjs/common';
import { Db, type Tx } from '../core/database/db.js';
import { Keyset } from '../core/database/keyset.js';
import { pageOf } from '../core/database/page-of.js';
import type { Page } from '../core/http/answer.js';
import type { PageDto } from '../core/http/page.dto.js';
import { myRequest } from '../core/identity/identity-requests.js';
import { MASK } from './case.js';
import type { Deadline, Fall, Note, Party } from './case-entries.js';
import type { CaseTotals } from './case-file.js';
import { ofCase } from './of-case.view.js';

const ORDER = {
  parties: new Keyset({ sql: 'p.added_at', kind: 'time' }, { sql: 'p.id', kind: 'id' }),
  notes: new Keyset({ sql: 'n.written_at', kind: 'time', backwards: true }, { sql: 'n.id', kind: 'id', backwards: true }),
  deadlines: new Keyset(
    { sql: '(d.met_at IS NOT NULL)::int', kind: 'number' },
    { sql: 'd.due_at', kind: 'time' },
    { sql: 'd.id', kind: 'id' },
  ),
  falls: new Keyset({ sql: 'f.proposed_at', kind: 'time', backwards: true }, { sql: 'f.id', kind: 'id', backwards: true }),
};
const PARTIES = `SELECT ${ORDER.parties.place}, p.id, p.kind, p.role, p.staff_id IS NOT NULL AS "isStaff", EXISTS (SELECT 1 FROM cases.barring b WHERE b.id = p.id) AS bars, p.added_by = $3 AS mine, $2::text AS name, true AS masked, u.name AS "addedBy", p.added_at AS "addedAt",
    (SELECT count(*)::int FROM core.personal_data_reads r WHERE r.ref_id = p.id AND r.kind = 'party') AS reads,
    CASE WHEN p.role = 'reporter' THEN ${myRequest('party', 'p.id', '$3')} END AS identity
  FROM cases.parties p JOIN core.staff u ON u.id = p.added_by WHERE p.case_id = $1`;
const NOTES = `SELECT ${ORDER.notes.place}, n.id, n.text, n.written_by AS "byId", u.name AS by, n.written_at AS at FROM cases.notes n JOIN core.staff u ON u.id = n.written_by WHERE n.case_id = $1`;
const DEADLINES = `SELECT ${ORDER.deadlines.place}, d.id, d.what, d.due_at AS "dueAt", u.name AS "setBy", d.set_at AS "setAt", d.met_at AS "metAt", d.met_at IS NULL AND d.due_at <= core.office_now() AS overdue
  FROM cases.deadlines d JOIN core.staff u ON u.id = d.set_by WHERE d.case_id = $1`;
const FALLS = `SELECT ${ORDER.falls.place}, f.id, f.what, f.reason, f.proposed_by AS "proposedById", u.name AS "proposedBy", f.proposed_at AS "proposedAt", d.decision, d.reason AS "decisionReason", w.name AS "decidedBy", d.decided_at AS "decidedAt"
  FROM cases.case_fall_proposals f JOIN core.staff u ON u.id = f.proposed_by LEFT JOIN cases.case_fall_decisions d ON d.proposal_id = f.id LEFT JOIN core.staff w ON w.id = d.decided_by
  WHERE f.case_id = $1`;
const TOTALS = `SELECT (SELECT count(*)::int FROM cases.parties WHERE case_id = $1) AS parties, (SELECT count(*)::int FROM cases.notes WHERE case_id = $1) AS notes,
  (SELECT count(*)::int FROM cases.deadlines WHERE case_id = $1) AS deadlines, (SELECT count(*)::int FROM cases.deadlines WHERE case_id = $1 AND met_at IS NULL) AS "openDeadlines",
  (SELECT count(*)::int FROM cases.case_fall_proposals WHERE case_id = $1) AS falls`;

/** What people entered into a case, page by page. */
@Injectable()
export class CaseEntriesView {
  constructor(private readonly db: Db) {}

  parties(reader: { staffId: string }, caseId: string, page: PageDto): Promise<Page<Party>> {
    return ofCase(this.db, reader, caseId, (tx) => this.partiesOf(tx, caseId, reader.staffId, page));
  }
  notes(reader: { staffId: string }, caseId: string, page: PageDto): Promise<Page<Note>> {
    return ofCase(this.db, reader, caseId, (tx) => this.notesOf(tx, caseId, page));
  }
  deadlines(reader: { staffId: string }, caseId: string, page: PageDto): Promise<Page<Deadline>> {
    return ofCase(this.db, reader, caseId, (tx) => this.deadlinesOf(tx, caseId, page));
  }
  falls(reader: { staffId: string }, caseId: string, page: PageDto): Promise<Page<Fall>> {
    return ofCase(this.db, reader, caseId, (tx) => this.fallsOf(tx, caseId, page));
  }

  partiesOf(tx: Tx, caseId: string, readerId: string, page: PageDto): Promise<Page<Party>> {
    return pageOf(tx, ORDER.parties, PARTIES, [caseId, MASK, readerId], page);
  }
  notesOf(tx: Tx, caseId: string, page: PageDto): Promise<Page<Note>> {
    return pageOf(tx, ORDER.notes, NOTES, [caseId], page);
  }
  deadlinesOf(tx: Tx, caseId: string, page: PageDto): Promise<Page<Deadline>> {
    return pageOf(tx, ORDER.deadlines, DEADLINES, [caseId], page);
  }
  fallsOf(tx: Tx, caseId: string, page: PageDto): Promise<Page<Fall>> {
    return pageOf(tx, ORDER.falls, FALLS, [caseId], page);
  }
  async totals(tx: Tx, caseId: string): Promise<Pick<CaseTotals, 'parties' | 'notes' | 'deadlines' | 'openDeadlines' | 'falls'>> {
    const [totals] = await tx.query<CaseTotals[]>(TOTALS, [caseId]);
    return totals;
  }
}
