import type { Db, Tx } from '../core/database/db.js';
import type { Keyset, Placed } from '../core/database/keyset.js';
import type { Page } from '../core/http/answer.js';
import type { PageDto } from '../core/http/page.dto.js';
import { Problem } from '../core/problem/problem.js';
import { notBarred } from './barred.view.js';

const PAGE = 50;

/** One page of a part of a case; `sql` reads it, and ends in a condition. */
export function pageOf<T extends object>(
  tx: Tx,
  order: Keyset,
  sql: string,
  values: unknown[],
  { cursor, limit = PAGE }: PageDto,
): Promise<Page<T>> {
  return pageBy(tx, order, values, { cursor, limit }, (after, most) => `${sql} AND ${after} ORDER BY ${order.by} LIMIT ${most}`);
}
/** The same where the place in the list stands elsewhere than at the end. */
export async function pageBy<T extends object>(
  tx: Tx,
  order: Keyset,
  given: unknown[],
  { cursor, limit = PAGE }: PageDto,
  sql: (after: string, most: string) => string,
): Promise<Page<T>> {
  const values = [...given];
  const put = (value: unknown) => `$${values.push(value)}`;
  const rows = await tx.query<Placed<T>[]>(sql(order.after(cursor, put), put(limit + 1)), values);
  return order.page(rows, limit) as Page<T>;
}

/** Reads a part of a case of which the reader may know. */
export function ofCase<T>(db: Db, reader: { staffId: string }, caseId: string, read: (tx: Tx) => Promise<T>): Promise<T> {
  return db.read(async (tx) => {
    const found = await tx.query<object[]>(`SELECT 1 FROM cases.cases c WHERE c.id = $1 AND ${notBarred('$2')}`, [caseId, reader.staffId]);
    if (found.length === 0) throw new Problem('missing');
    return read(tx);
  });
}
