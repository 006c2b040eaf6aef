import { Injectable } from '@nestjs/common';
import { countUpTo, type Rows } from '../../core/database/count-up-to.js';
import { Db, type Tx } from '../../core/database/db.js';
import { Keyset, type Placed } from '../../core/database/keyset.js';
import type { CountedPage, Day } from '../../core/http/answer.js';
import { notBarred } from '../../cases/index.js';
import type { SubjectKind } from '../penalty/law.js';
import type { ViolationState } from './violation.flow.js';

/** What a list says of a violation record. */
export interface ViolationLine {
  id: string;
  reference: string;
  caseId: string;
  caseNumber: string;
  partyId: string;
  state: ViolationState;
  version: number;
  act: string;
  subject: SubjectKind;
  drawnOn: Day | null;
  createdBy: string | null;
  createdAt: Date;
}
export const VIOLATION_LINE = `v.id, v.reference, v.case_id AS "caseId", n.content ->> 'caseNumber' AS "caseNumber", v.party_id AS "partyId", v.state, v.version,
  n.content #>> '{act,types,0}' AS act, n.content #>> '{subject,kind}' AS subject, v.drawn_on::text AS "drawnOn",
  (SELECT s.name FROM core.staff s WHERE s.id = v.created_by) AS "createdBy", v.created_at AS "createdAt"`;
export const WITH_RECORD = `enforcement.violations v JOIN LATERAL (SELECT x.* FROM enforcement.violation_contents x WHERE x.violation_id = v.id ORDER BY x.number DESC LIMIT 1) n ON true`;

export interface ViolationFilter {
  state?: ViolationState;
  caseId?: string;
  cursor?: string;
  limit?: number;
}

const NEWEST_FIRST = new Keyset({ sql: 'v.created_at', kind: 'time', backwards: true }, { sql: 'v.id', kind: 'id', backwards: true });

/** Violation records, newest first. */
@Injectable()
export class ViolationListView {
  constructor(private readonly db: Db) {}

  run(actor: { staffId: string }, filter: ViolationFilter): Promise<CountedPage<ViolationLine>> {
    const limit = filter.limit ?? 50;
    const { from, where, values } = rowsOf(actor, filter);
    const asked = [...values];
    const put = (value: unknown) => `$${asked.push(value)}`;
    const after = NEWEST_FIRST.after(filter.cursor, put);
    return this.db.read(async (tx) => {
      const rows = await tx.query<Placed<ViolationLine>[]>(
        `SELECT ${NEWEST_FIRST.place}, ${VIOLATION_LINE} FROM ${WITH_RECORD} WHERE ${where}
         AND ${after} ORDER BY ${NEWEST_FIRST.by} LIMIT ${put(limit + 1)}`,
        asked,
      );
      const [{ total }] = await tx.query<{ total: number }[]>(`SELECT count(*)::int AS total FROM ${from} WHERE ${where}`, values);
      return { ...NEWEST_FIRST.page(rows, limit), total };
    });
  }
  count(tx: Tx, actor: { staffId: string }, filter: ViolationFilter, most: number): Promise<number> {
    return countUpTo(tx, rowsOf(actor, filter), most);
  }
}

const rowsOf = (actor: { staffId: string }, { state, caseId }: ViolationFilter): Rows => ({
  from: 'enforcement.violations v',
  where: `${notBarred('$1', 'v.case_id')} AND ($2::text IS NULL OR v.state = $2) AND ($3::uuid IS NULL OR v.case_id = $3)`,
  values: [actor.staffId, state ?? null, caseId ?? null],
});
