import type { Tx } from '../core/database/db.js';
import { opens, type Reader, type Section } from './section.js';

const MOST = 10_000;

/** How many lines a list of what waits has for this reader, counted no further than to a bound. */
export async function countLines(tx: Tx, section: Section, reader: Reader): Promise<number> {
  if (!opens(section, reader)) return 0;
  const [row] = await tx.query<{ n: number }[]>(
    `SELECT count(*)::int AS n FROM (SELECT 1 FROM (${section.sql}) lines WHERE ${section.waits ?? 'true'} LIMIT ${MOST}) x`,
    section.values(reader),
  );
  return row.n;
}
