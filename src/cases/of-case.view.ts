import type { Db, Tx } from '../core/database/db.js';
import { Problem } from '../core/problem/problem.js';
import { notBarred } from './barred.view.js';

/** Reads a part of a case of which the reader may know. */
export function ofCase<T>(db: Db, reader: { staffId: string }, caseId: string, read: (tx: Tx) => Promise<T>): Promise<T> {
  return db.read(async (tx) => {
    const found = await tx.query<object[]>(`SELECT 1 FROM cases.cases c WHERE c.id = $1 AND ${notBarred('$2')}`, [caseId, reader.staffId]);
    if (found.length === 0) throw new Problem('missing');
    return read(tx);
  });
}
