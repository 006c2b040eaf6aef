import { Injectable } from '@nestjs/common';
import { firstLine } from '../core/database/cut-at-word.js';
import { countUpTo, type Rows } from '../core/database/count-up-to.js';
import { Db, type Tx } from '../core/database/db.js';
import { Keyset, type Placed } from '../core/database/keyset.js';
import type { CountedPage } from '../core/http/answer.js';
import { standsFalse } from '../classify/index.js';
import { notBarred } from './barred.view.js';
import type { CaseOrder } from './case-order.js';
import type { CaseState } from './case.flow.js';
import { OVERTAKEN_POSTS } from './overtaken/overtaken-ground.view.js';

export interface CaseHead {
  id: string;
  number: string;
  title: string | null;
  state: CaseState;
  version: number;
  assignee: { staffId: string; name: string } | null;
  openedAt: Date;
  fallProposed: boolean;
  /** how many posts of a confirmed case no longer stand as false, though what was confirmed rests on them */
  groundLost: number;
  /** how many of its posts were judged by a claim that is false no more, though what was judged counts */
  overtaken: number;
  nextDeadline: Date | null;
  overdue: boolean;
}
export interface CaseLine extends CaseHead {
  posts: number;
  exhibits: number;
}
interface Filter {
  state?: CaseState;
  open?: boolean;
  overdue?: boolean;
  alike?: string;
  claimId?: string;
  overtaken?: boolean;
  q?: string;
  assignee?: 'me' | 'nobody';
  sort?: CaseOrder;
  cursor?: string;
  limit?: number;
}

/** SQL: a deadline of the case has passed. */
const OVERDUE = `EXISTS (SELECT 1 FROM cases.deadlines d WHERE d.case_id = c.id AND d.met_at IS NULL AND d.due_at <= core.office_now())`;
/** What a list says of a case; without a title it bears the first line of its first post. */
export const CASE_LINE = `c.id, c.number, c.state, c.version, c.opened_at AS "openedAt",
  coalesce(c.title, (SELECT ${firstLine('t.text', 140)} FROM cases.case_posts l JOIN classify.triage_items t ON t.post_id = l.post_id WHERE l.case_id = c.id ORDER BY l.added_at LIMIT 1)) AS title,
  (SELECT json_build_object('staffId', s.id, 'name', s.name) FROM core.staff s WHERE s.id = c.assignee) AS assignee,
  (SELECT count(*)::int FROM cases.case_posts l WHERE l.case_id = c.id) AS posts,
  (SELECT count(*)::int FROM cases.exhibits x WHERE x.case_id = c.id) AS exhibits,
  EXISTS (SELECT 1 FROM cases.case_fall_proposals f WHERE f.case_id = c.id AND f.what = 'fall' AND NOT EXISTS (SELECT 1 FROM cases.case_fall_decisions d WHERE d.proposal_id = f.id)) AS "fallProposed",
  CASE WHEN c.state = 'confirmed' THEN (SELECT count(DISTINCT coalesce(o.merged_into, o.id))::int FROM cases.case_posts l JOIN intake.posts o ON o.id = l.post_id WHERE l.case_id = c.id AND NOT ${standsFalse('coalesce(o.merged_into, o.id)')}) ELSE 0 END AS "groundLost",
  ${OVERTAKEN_POSTS} AS overtaken,
  (SELECT min(d.due_at) FROM cases.deadlines d WHERE d.case_id = c.id AND d.met_at IS NULL) AS "nextDeadline",
  ${OVERDUE} AS overdue`;
const OPEN_DEADLINES = 'SELECT case_id, min(due_at) AS due_at FROM cases.deadlines WHERE met_at IS NULL GROUP BY case_id';
const DUE = `coalesce(n.due_at, 'infinity')`;
const NUMBER = { sql: 'c.number', kind: 'word' } as const;
const ORDERS: Record<CaseOrder, { from: string; keys: Keyset }> = {
  newest: { from: 'cases.cases c', keys: new Keyset({ ...NUMBER, backwards: true }) },
  oldest: { from: 'cases.cases c', keys: new Keyset(NUMBER) },
  due: {
    from: `cases.cases c LEFT JOIN (${OPEN_DEADLINES}) n ON n.case_id = c.id`,
    keys: new Keyset({ sql: DUE, kind: 'time' }, { ...NUMBER, backwards: true }),
  },
};

/** SQL: cases with a post that was judged by the same claim as the post `$7` was last. */
const ALIKE = `SELECT l.case_id FROM classify.claim_versions v JOIN classify.judgements j ON j.claim_version_id = v.id JOIN cases.case_posts l ON l.post_id = j.post_id
  WHERE v.claim_id = (SELECT w.claim_id FROM classify.judgements k JOIN classify.claim_versions w ON w.id = k.claim_version_id
    WHERE k.post_id = $7 AND NOT EXISTS (SELECT 1 FROM classify.judgement_undos u WHERE u.judgement_id = k.id) ORDER BY k.recorded_at DESC LIMIT 1)
  AND NOT EXISTS (SELECT 1 FROM classify.judgement_undos u WHERE u.judgement_id = j.id)`;

/** SQL: cases with a post whose standing judgement, or one that a later one took the place of, rests on the claim `$8`. */
const ON_CLAIM = `SELECT l.case_id FROM classify.claim_versions v JOIN classify.judgements j ON j.claim_version_id = v.id JOIN cases.case_posts l ON l.post_id = j.post_id
  WHERE v.claim_id = $8 AND NOT EXISTS (SELECT 1 FROM classify.judgement_undos u WHERE u.judgement_id = j.id)`;

/** Cases, newest number first unless another order is wanted. */
@Injectable()
export class CaseListView {
  constructor(private readonly db: Db) {}

  run(actor: { staffId: string }, filter: Filter): Promise<CountedPage<CaseLine>> {
    const limit = filter.limit ?? 50;
    const { from, keys } = ORDERS[filter.sort ?? 'newest'];
    const { where, values } = rowsOf(actor, filter);
    const asked = [...values];
    const put = (value: unknown) => `$${asked.push(value)}`;
    const after = keys.after(filter.cursor, put);
    return this.db.read(async (tx) => {
      const rows = await tx.query<Placed<CaseLine>[]>(
        `SELECT ${keys.place}, ${CASE_LINE} FROM ${from} WHERE ${where} AND ${after} ORDER BY ${keys.by} LIMIT ${put(limit + 1)}`,
        asked,
      );
      const [{ total }] = await tx.query<{ total: number }[]>(`SELECT count(*)::int AS total FROM cases.cases c WHERE ${where}`, values);
      return { ...keys.page(rows, limit), total };
    });
  }
  count(tx: Tx, actor: { staffId: string }, filter: Filter, most: number): Promise<number> {
    return countUpTo(tx, rowsOf(actor, filter), most);
  }
}

function rowsOf(actor: { staffId: string }, { state, q, assignee, overdue, open, alike, claimId, overtaken }: Filter): Rows {
  return {
    from: 'cases.cases c',
    where: `${notBarred('$1')} AND ($2::text IS NULL OR c.state = $2) AND ($3::text IS NULL OR c.number LIKE '%' || $3 || '%')
      AND ($4::text IS NULL OR c.assignee IS NOT DISTINCT FROM CASE $4 WHEN 'me' THEN $1::uuid END)
      AND ($5::boolean IS NULL OR $5 = ${OVERDUE})
      AND ($6::boolean IS NULL OR $6 = (c.state <> 'closed'))
      AND ($7::uuid IS NULL OR c.id = ANY(ARRAY(${ALIKE})))
      AND ($8::uuid IS NULL OR c.id = ANY(ARRAY(${ON_CLAIM})))
      AND ($9::boolean IS NULL OR $9 = (${OVERTAKEN_POSTS} > 0))`,
    values: [
      actor.staffId,
      state ?? null,
      q?.trim() || null,
      assignee ?? null,
      overdue ?? null,
      open ?? null,
      alike ?? null,
      claimId ?? null,
      overtaken ?? null,
    ],
  };
}
