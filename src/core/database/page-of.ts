import type { Page } from '../http/answer.js';
import type { PageDto } from '../http/page.dto.js';
import type { Tx } from './db.js';
import type { Keyset, Placed } from './keyset.js';

const PAGE = 50;

/** One page of what belongs to a record; `sql` reads it, and ends in a condition. */
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
