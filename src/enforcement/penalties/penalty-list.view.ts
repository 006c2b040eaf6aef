import { Injectable } from '@nestjs/common';
import { countUpTo, type Rows } from '../../core/database/count-up-to.js';
import { Db, type Tx } from '../../core/database/db.js';
import { Keyset, type Placed, type Kind } from '../../core/database/keyset.js';
import type { CountedPage, Day } from '../../core/http/answer.js';
import { notBarred } from '../../cases/index.js';
import type { SubjectKind } from '../penalty/law.js';
import type { PenaltyEnd, PenaltyKind } from './decision.js';
import type { PenaltyState } from './penalty.flow.js';

/** What a list says of a decision, or of the annulment of one. */
export interface PenaltyLine {
  id: string;
  violationId: string;
  caseId: string;
  caseNumber: string;
  kind: PenaltyKind;
  annuls: string | null;
  state: PenaltyState;
  version: number;
  /** who may sign it sent its newest version back */
  returned: boolean;
  end: PenaltyEnd | null;
  provision: string | null;
  subject: SubjectKind | null;
  amount: number | null;
  number: string | null;
  issuedOn: Day | null;
  servedOn: Day | null;
  dueOn: Day | null;
  createdBy: string | null;
  createdAt: Date;
}
const AMOUNT = `CASE WHEN n.content ->> 'end' = 'fine' THEN (n.content #>> '{sum,amount}')::float8 END`;
/** SQL: the newest content of a decision `p` was sent back. */
export const PENALTY_RETURNED = `EXISTS (SELECT 1 FROM enforcement.penalty_returns r JOIN enforcement.penalty_contents x ON x.id = r.content_id WHERE x.penalty_id = p.id
  AND NOT EXISTS (SELECT 1 FROM enforcement.penalty_contents m WHERE m.penalty_id = p.id AND m.number > x.number))`;
export const PENALTY_LINE = `p.id, p.violation_id AS "violationId", p.case_id AS "caseId", n.content ->> 'caseNumber' AS "caseNumber", p.kind, p.annuls, p.state, p.version, ${PENALTY_RETURNED} AS returned,
  n.content ->> 'end' AS end, n.content #>> '{provision,id}' AS provision, n.content #>> '{subject,kind}' AS subject,
  ${AMOUNT} AS amount, p.number,
  p.issued_on::text AS "issuedOn", p.served_on::text AS "servedOn", p.due_on::text AS "dueOn",
  (SELECT s.name FROM core.staff s WHERE s.id = p.created_by) AS "createdBy", p.created_at AS "createdAt"`;
export const WITH_DECISION = `enforcement.penalties p JOIN LATERAL (SELECT x.* FROM enforcement.penalty_contents x WHERE x.penalty_id = p.id ORDER BY x.number DESC LIMIT 1) n ON true`;

/** In which order the list is read. */
const by = (sql: string, kind: Kind, backwards: boolean) => new Keyset({ sql, kind, backwards }, { sql: 'p.id', kind: 'id', backwards });
const ORDERS = {
  newest: by('p.created_at', 'time', true),
  due: by(`coalesce(p.due_on, 'infinity'::date)`, 'time', false),
  amount: by(`coalesce(${AMOUNT}, -1)`, 'number', true),
};
export type PenaltyOrder = keyof typeof ORDERS;
export const PENALTY_ORDERS = Object.keys(ORDERS) as PenaltyOrder[];

export interface PenaltyFilter {
  state?: PenaltyState;
  returned?: boolean;
  kind?: PenaltyKind;
  caseId?: string;
  sort?: PenaltyOrder;
  cursor?: string;
  limit?: number;
}

/** Decisions and annulments, newest first unless another order is asked for. */
@Injectable()
export class PenaltyListView {
  constructor(private readonly db: Db) {}

  run(actor: { staffId: string }, filter: PenaltyFilter): Promise<CountedPage<PenaltyLine>> {
    const limit = filter.limit ?? 50;
    const order = ORDERS[filter.sort ?? 'newest'];
    const { from, where, values } = rowsOf(actor, filter);
    const asked = [...values];
    const put = (value: unknown) => `$${asked.push(value)}`;
    const after = order.after(filter.cursor, put);
    return this.db.read(async (tx) => {
      const rows = await tx.query<Placed<PenaltyLine>[]>(
        `SELECT ${order.place}, ${PENALTY_LINE} FROM ${WITH_DECISION} WHERE ${where} AND ${after} ORDER BY ${order.by} LIMIT ${put(limit + 1)}`,
        asked,
      );
      const [{ total }] = await tx.query<{ total: number }[]>(`SELECT count(*)::int AS total FROM ${from} WHERE ${where}`, values);
      return { ...order.page(rows, limit), total };
    });
  }
  count(tx: Tx, actor: { staffId: string }, filter: PenaltyFilter, most: number): Promise<number> {
    return countUpTo(tx, rowsOf(actor, filter), most);
  }
}

const rowsOf = (actor: { staffId: string }, { state, returned, kind, caseId }: PenaltyFilter): Rows => ({
  from: 'enforcement.penalties p',
  where: `${notBarred('$1', 'p.case_id')} AND ($2::text IS NULL OR p.state = $2) AND ($3::text IS NULL OR p.kind = $3) AND ($4::uuid IS NULL OR p.case_id = $4)
    AND ($5::boolean IS NULL OR ${PENALTY_RETURNED} = $5)`,
  values: [actor.staffId, state ?? null, kind ?? null, caseId ?? null, returned ?? null],
});
