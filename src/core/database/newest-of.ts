import type { Tx } from './db.js';

export interface Newest<T> {
  /** in the order in which they came */
  lines: T[];
  /** how many older ones are left out */
  older: number;
}
const MOST = 100;

/** The newest of what hangs on a record, and how much is older; `sql` begins after SELECT and reads the newest first. */
export async function newestOf<T extends object>(tx: Tx, sql: string, values: unknown[], most = MOST): Promise<Newest<T>> {
  const rows = await tx.query<(T & { total: number })[]>(`SELECT count(*) OVER ()::int AS total, ${sql} LIMIT ${most}`, values);
  return {
    lines: rows.map(({ total: _total, ...row }) => row as unknown as T).reverse(),
    older: (rows[0]?.total ?? 0) - rows.length,
  };
}
