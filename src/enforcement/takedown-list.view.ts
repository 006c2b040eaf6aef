import { Injectable } from '@nestjs/common';
import { countUpTo, type Rows } from '../core/database/count-up-to.js';
import { Db, type Tx } from '../core/database/db.js';
import { Keyset, type Placed } from '../core/database/keyset.js';
import type { CountedPage } from '../core/http/answer.js';
import { notBarred } from '../cases/index.js';
import type { ItemState } from './item.flow.js';
import { takedownTable } from './enforcement-table.js';
import { rollUp, type RollUp } from './removal.js';
import { restorationOf } from './restoration.js';
import type { TakedownKind, TakedownState } from './takedown.flow.js';

export interface TakedownLine {
  id: string;
  reference: string;
  kind: TakedownKind;
  caseId: string;
  caseNumber: string;
  platform: string;
  state: TakedownState;
  version: number;
  /** a second person sent its newest version back */
  returned: boolean;
  way: string;
  recipient: string;
  withdraws: string | null;
  createdBy: string | null;
  createdAt: Date;
  leavesAt: Date | null;
  sentAt: Date | null;
  itemStates: ItemState[];
  links: number;
  overdue: number;
  nextDue: Date | null;
  /** links are late, and the inbox that they were sent to is asked no more */
  nobodyAnswers: boolean;
  rollUp: RollUp;
}
interface Filter {
  kind?: TakedownKind;
  state?: TakedownState;
  returned?: boolean;
  platform?: string;
  overdue?: boolean;
  caseId?: string;
  cursor?: string;
  limit?: number;
}

/** Of a request `t`: the days are over in which its inbox is asked, and links are late still. */
export const NOBODY_ANSWERS = `(t.state = 'sent' AND t.sent_at + make_interval(days => ${takedownTable.poll_days}) <= core.office_now()
  AND EXISTS (SELECT 1 FROM enforcement.deliveries d WHERE d.takedown_id = t.id AND d.attempt = t.attempt AND d.way = 'inbox')
  AND EXISTS (SELECT 1 FROM enforcement.items i WHERE i.takedown_id = t.id AND i.overdue AND i.state IN ('awaiting', 'reappeared', 'asked-back')))`;
/** SQL: the newest content of a request `t` was sent back. */
export const TAKEDOWN_RETURNED = `EXISTS (SELECT 1 FROM enforcement.takedown_returns r JOIN enforcement.takedown_contents x ON x.id = r.content_id WHERE x.takedown_id = t.id
  AND NOT EXISTS (SELECT 1 FROM enforcement.takedown_contents n WHERE n.takedown_id = t.id AND n.number > x.number))`;
/** What a list says of a request. */
export const TAKEDOWN_LINE = `t.id, t.reference, t.kind, t.case_id AS "caseId", split_part(t.reference, '/', 1) AS "caseNumber", t.platform, t.state, t.version, t.withdraws, t.created_at AS "createdAt", t.leaves_at AS "leavesAt", t.sent_at AS "sentAt",
  (SELECT s.name FROM core.staff s WHERE s.id = t.created_by) AS "createdBy", c.content ->> 'way' AS way, c.content ->> 'recipient' AS recipient, jsonb_array_length(c.content -> 'items') AS links,
  ARRAY(SELECT i.state FROM enforcement.items i WHERE i.takedown_id = t.id ORDER BY i.id) AS "itemStates",
  (SELECT count(*)::int FROM enforcement.items i WHERE i.takedown_id = t.id AND i.overdue) AS overdue,
  (SELECT min(i.due_at) FROM enforcement.items i WHERE i.takedown_id = t.id AND i.state IN ('awaiting', 'reappeared', 'asked-back')) AS "nextDue",
  ${NOBODY_ANSWERS} AS "nobodyAnswers", ${TAKEDOWN_RETURNED} AS returned`;
export const NEWEST = `JOIN LATERAL (SELECT x.content FROM enforcement.takedown_contents x WHERE x.takedown_id = t.id ORDER BY x.number DESC LIMIT 1) c ON true`;
export const lineOf = (row: TakedownLine): TakedownLine => ({
  ...row,
  rollUp: row.kind === 'removal' ? rollUp(row.itemStates) : restorationOf(row.itemStates),
});

const NEWEST_FIRST = new Keyset({ sql: 't.created_at', kind: 'time', backwards: true }, { sql: 't.id', kind: 'id', backwards: true });

/** Takedown requests, newest first. */
@Injectable()
export class TakedownListView {
  constructor(private readonly db: Db) {}

  run(actor: { staffId: string }, filter: Filter): Promise<CountedPage<TakedownLine>> {
    const limit = filter.limit ?? 50;
    const { from, where, values } = rowsOf(actor, filter);
    const asked = [...values];
    const put = (value: unknown) => `$${asked.push(value)}`;
    const after = NEWEST_FIRST.after(filter.cursor, put);
    return this.db.read(async (tx) => {
      const rows = await tx.query<Placed<TakedownLine>[]>(
        `SELECT ${NEWEST_FIRST.place}, ${TAKEDOWN_LINE} FROM ${from} ${NEWEST} WHERE ${where}
         AND ${after} ORDER BY ${NEWEST_FIRST.by} LIMIT ${put(limit + 1)}`,
        asked,
      );
      const [{ total }] = await tx.query<{ total: number }[]>(`SELECT count(*)::int AS total FROM ${from} WHERE ${where}`, values);
      const page = NEWEST_FIRST.page(rows, limit);
      return { ...page, items: page.items.map(lineOf), total };
    });
  }
  count(tx: Tx, actor: { staffId: string }, filter: Filter, most: number): Promise<number> {
    return countUpTo(tx, rowsOf(actor, filter), most);
  }
}

const rowsOf = (actor: { staffId: string }, { state, returned, platform, overdue, caseId, kind }: Filter): Rows => ({
  from: 'enforcement.takedowns t',
  where: `${notBarred('$1', 't.case_id')} AND ($2::text IS NULL OR t.state = $2) AND ($3::text IS NULL OR t.platform = $3)
    AND ($4::boolean IS NULL OR $4 = EXISTS (SELECT 1 FROM enforcement.items i WHERE i.takedown_id = t.id AND i.overdue)) AND ($5::uuid IS NULL OR t.case_id = $5)
    AND ($6::text IS NULL OR t.kind = $6) AND ($7::boolean IS NULL OR ${TAKEDOWN_RETURNED} = $7)`,
  values: [actor.staffId, state ?? null, platform ?? null, overdue ?? null, caseId ?? null, kind ?? null, returned ?? null],
});
