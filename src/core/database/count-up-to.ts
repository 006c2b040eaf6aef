import type { Tx } from './db.js';

/** The rows of a list: chosen in one way for its pages and for how many there are. */
export interface Rows {
  from: string;
  where: string;
  values: unknown[];
}

/** How many rows a list has, counted no further than to a bound. */
export async function countUpTo(tx: Tx, { from, where, values }: Rows, most: number): Promise<number> {
  const [{ n }] = await tx.query<{ n: number }[]>(
    `SELECT count(*)::int AS n FROM (SELECT 1 FROM ${from} WHERE ${where} LIMIT ${most}) counted`,
    values,
  );
  return n;
}
