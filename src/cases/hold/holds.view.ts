import { Injectable } from '@nestjs/common';
import { Db } from '../../core/database/db.js';
import { Keyset } from '../../core/database/keyset.js';
import { pageOf } from '../../core/database/page-of.js';
import type { CountedPage, Page } from '../../core/http/answer.js';
import type { PageDto } from '../../core/http/page.dto.js';
import { notBarred } from '../barred.view.js';
import { ofCase } from '../of-case.view.js';
import type { HeldCase, Hold } from './hold.js';

const NEWEST = new Keyset({ sql: 'h.placed_at', kind: 'time', backwards: true }, { sql: 'h.id', kind: 'id', backwards: true });
const reason = (id: string) => `(SELECT y.reason FROM core.custody_reasons y WHERE y.id = ${id})`;
const name = (id: string) => `(SELECT s.name FROM core.staff s WHERE s.id = ${id})`;
const HOLD = `${NEWEST.place}, h.id, ${reason('h.reason_id')} AS reason, ${name('h.placed_by')} AS "placedBy", h.placed_at AS "placedAt", h.lifted_at AS "liftedAt",
  (SELECT json_build_object('reason', ${reason('l.reason_id')}, 'proposedBy', ${name('l.proposed_by')}, 'mine', l.proposed_by = $2, 'proposedAt', l.proposed_at,
     'decision', d.decision, 'decidedBy', ${name('d.decided_by')}, 'decidedAt', d.decided_at, 'decisionReason', d.reason)
   FROM cases.hold_lifts l LEFT JOIN cases.hold_lift_decisions d ON d.lift_id = l.id WHERE l.hold_id = h.id ORDER BY l.proposed_at DESC LIMIT 1) AS release`;
const OPEN = `FROM cases.holds h JOIN cases.cases c ON c.id = h.case_id WHERE $1::boolean AND h.lifted_at IS NULL AND ${notBarred('$2')}`;

@Injectable()
export class HoldsView {
  constructor(private readonly db: Db) {}

  /** The holds of a case, the newest first. */
  ofCase(reader: { staffId: string }, caseId: string, page: PageDto): Promise<Page<Hold>> {
    const sql = `SELECT ${HOLD} FROM cases.holds h WHERE h.case_id = $1`;
    return ofCase(this.db, reader, caseId, (tx) => pageOf<Hold>(tx, NEWEST, sql, [caseId, reader.staffId], page));
  }

  /** Every case under hold. */
  open(reader: { staffId: string }, page: PageDto): Promise<CountedPage<HeldCase>> {
    const values = [true, reader.staffId];
    return this.db.read(async (tx) => {
      const [{ total }] = await tx.query<{ total: number }[]>(`SELECT count(*)::int AS total ${OPEN}`, values);
      const sql = `SELECT ${HOLD}, c.id AS "caseId", c.number, c.title ${OPEN}`;
      return { total, ...(await pageOf<HeldCase>(tx, NEWEST, sql, values, page)) };
    });
  }
}
