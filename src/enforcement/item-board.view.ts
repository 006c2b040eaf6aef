import { Injectable } from '@nestjs/common';
import { countUpTo, type Rows } from '../core/database/count-up-to.js';
import { Db, type Tx } from '../core/database/db.js';
import { Keyset, type Placed, type Kind } from '../core/database/keyset.js';
import { notBarred } from '../cases/index.js';
import { lastSeen, lastSeenSignedIn } from '../crawl/index.js';
import type { Person } from './approve-takedown.use-case.js';
import type { BoardOrder } from './board-order.js';
import type { ItemState } from './item.flow.js';
import type { BoardItem, ItemBoard } from './item-answers.js';
import { nextReplies } from './next-acts.js';

interface Filter {
  state?: ItemState;
  platform?: string;
  overdue?: boolean;
  caseId?: string;
  sort?: BoardOrder;
  cursor?: string;
  limit?: number;
}
/** The looks that are planned for an item, by the index of what is due; at one that has ended nobody looks. */
export const PLANNED = `core.due d WHERE i.state NOT IN ('withdrawn', 'restored') AND d.kind = 'takedown.look' AND d.fired_at IS NULL AND split_part(d.ref, ':', 1) = i.id::text`;
/** One link that was asked for, with its clocks, what the public was last shown there, and what a signed-in visitor was. */
export const ITEM_LINE = `i.id, i.takedown_id AS "takedownId", i.address_id AS "addressId", i.post_id AS "postId", i.url, i.state, i.version, i.asked_at AS "askedAt", i.due_at AS "dueAt", i.overdue, i.claimed_at AS "claimedAt", i.verified_at AS "verifiedAt",
  ${lastSeen('i.address_id')} AS "lastSeen", ${lastSeenSignedIn('i.address_id')} AS "seenSignedIn",
  (SELECT min(d.due_at) FROM ${PLANNED}) AS "nextLook"`;

/** Each order ends by id, so that no line is shown twice. */
const by = (sql: string, kind: Kind, backwards = false) => new Keyset({ sql, kind, backwards }, { sql: 'i.id', kind: 'id', backwards });
const ORDERS: Record<BoardOrder, Keyset> = {
  due: by('i.due_at', 'time'),
  'due-last': by('i.due_at', 'time', true),
  asked: by('i.asked_at', 'time', true),
  'asked-first': by('i.asked_at', 'time'),
  url: new Keyset({ sql: 'i.url', kind: 'text', of: 'SELECT p.url FROM enforcement.items p WHERE p.id' }, { sql: 'i.id', kind: 'id' }),
  state: by('i.state', 'word'),
};
const WITHIN = `${notBarred('$1', 'i.case_id')} AND t.state = 'sent' AND ($2::text IS NULL OR t.platform = $2) AND ($3::uuid IS NULL OR i.case_id = $3)`;
const scopeOf = (actor: { staffId: string }, { platform, caseId }: Filter) => [actor.staffId, platform ?? null, caseId ?? null];
const rowsOf = (actor: { staffId: string }, filter: Filter): Rows => ({
  from: 'enforcement.items i JOIN enforcement.takedowns t ON t.id = i.takedown_id',
  where: `${WITHIN} AND ($4::text IS NULL OR i.state = $4) AND ($5::boolean IS NULL OR i.overdue = $5)`,
  values: [...scopeOf(actor, filter), filter.state ?? null, filter.overdue ?? null],
});

/** All links that were asked for, whatever their request, those due first unless another order is wanted. */
@Injectable()
export class ItemBoardView {
  constructor(private readonly db: Db) {}

  run(actor: Person, filter: Filter): Promise<ItemBoard> {
    const limit = filter.limit ?? 50;
    const order = ORDERS[filter.sort ?? 'due'];
    const scope = scopeOf(actor, filter);
    const { from, where, values } = rowsOf(actor, filter);
    const put = (value: unknown) => `$${values.push(value)}`;
    const after = order.after(filter.cursor, put);
    return this.db.read(async (tx) => {
      const rows = await tx.query<Placed<Omit<BoardItem, 'next'>>[]>(
        `SELECT ${order.place}, ${ITEM_LINE}, t.reference, t.kind, t.platform, t.case_id AS "caseId" FROM ${from} WHERE ${where}
         AND ${after} ORDER BY ${order.by} LIMIT ${put(limit + 1)}`,
        values,
      );
      const counted = await tx.query<{ state: ItemState; n: number; late: number }[]>(
        `SELECT i.state, count(*)::int AS n, (count(*) FILTER (WHERE i.overdue))::int AS late FROM ${from} WHERE ${WITHIN} GROUP BY i.state`,
        scope,
      );
      const [{ officeNow }] = await tx.query<{ officeNow: Date }[]>('SELECT core.office_now() AS "officeNow"');
      const { items, nextCursor } = order.page(rows, limit);
      const chosenOf = counted.filter((c) => !filter.state || c.state === filter.state);
      const sum = (of: typeof counted, key: 'n' | 'late') => of.reduce((total, c) => total + c[key], 0);
      const late = sum(chosenOf, 'late');
      return {
        items: items.map((item) => ({ ...item, next: nextReplies(item.state, actor, { kind: item.kind, state: 'sent' }) })),
        nextCursor,
        total: filter.overdue === undefined ? sum(chosenOf, 'n') : filter.overdue ? late : sum(chosenOf, 'n') - late,
        states: Object.fromEntries(counted.map((c) => [c.state, c.n])),
        overdue: sum(counted, 'late'),
        officeNow,
      };
    });
  }
  count(tx: Tx, actor: { staffId: string }, filter: Filter, most: number): Promise<number> {
    return countUpTo(tx, rowsOf(actor, filter), most);
  }
}
