import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/db.js';

/** A name for a filter of one of the office's lists. */
export interface SavedFilter {
  id: string;
  owner: string;
  ownerName: string;
  list: string;
  name: string;
  filter: Record<string, string>;
  shared: boolean;
  position: number;
  version: number;
}
export type NewSavedFilter = Pick<SavedFilter, 'owner' | 'list' | 'name' | 'filter' | 'shared'>;
const SAVED = `s.id, s.owner, s.list, s.name, s.filter, s.shared, s.position, s.version, (SELECT p.name FROM core.staff p WHERE p.id = s.owner) AS "ownerName"`;

@Injectable()
export class SavedListsRepository {
  /** One's own in one's own order, then what others share, the oldest first. */
  of(tx: Tx, owner: string, lists: string[], most: number): Promise<SavedFilter[]> {
    return tx.query<SavedFilter[]>(
      `SELECT ${SAVED} FROM core.saved_lists s WHERE s.list = ANY($2) AND (s.owner = $1 OR s.shared)
       ORDER BY s.owner = $1 DESC, CASE WHEN s.owner = $1 THEN s.position END, s.created_at, s.id LIMIT $3`,
      [owner, lists, most],
    );
  }
  /** For a change: no other change of the same list comes between. */
  async held(tx: Tx, id: string): Promise<SavedFilter | null> {
    const [row] = await tx.query<SavedFilter[]>(`SELECT ${SAVED} FROM core.saved_lists s WHERE s.id = $1 FOR UPDATE OF s`, [id]);
    return row ?? null;
  }
  /** How many one has; whoever saves at the same time waits. */
  async many(tx: Tx, owner: string): Promise<number> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('saved-lists ' || $1, 0))`, [owner]);
    const [{ n }] = await tx.query<{ n: number }[]>('SELECT count(*)::int AS n FROM core.saved_lists WHERE owner = $1', [owner]);
    return n;
  }
  async named(tx: Tx, owner: string, list: string, name: string): Promise<string | null> {
    const [row] = await tx.query<{ id: string }[]>(
      'SELECT id FROM core.saved_lists WHERE owner = $1 AND list = $2 AND lower(name) = lower($3)',
      [owner, list, name],
    );
    return row?.id ?? null;
  }
  /** Behind those that are there. */
  async add(tx: Tx, { owner, list, name, filter, shared }: NewSavedFilter): Promise<string> {
    const [{ id }] = await tx.query<{ id: string }[]>(
      `INSERT INTO core.saved_lists (owner, list, name, filter, shared, position)
       SELECT $1, $2, $3, $4, $5, coalesce(max(position) + 1, 0) FROM core.saved_lists WHERE owner = $1 AND list = $2 RETURNING id`,
      [owner, list, name, JSON.stringify(filter), shared],
    );
    return id;
  }
  async change(tx: Tx, { id, name, filter, shared }: SavedFilter): Promise<number> {
    const [[{ version }]] = await tx.query<[{ version: number }[], number]>(
      'UPDATE core.saved_lists SET name = $2, filter = $3, shared = $4, version = version + 1 WHERE id = $1 RETURNING version',
      [id, name, JSON.stringify(filter), shared],
    );
    return version;
  }
  /** Puts one at a place among its owner's lists of its kind; the others close up. */
  async place(tx: Tx, { id, owner, list }: SavedFilter, position: number): Promise<void> {
    await tx.query(
      `UPDATE core.saved_lists s SET position = o.n FROM (
         SELECT id, row_number() OVER (ORDER BY CASE WHEN id = $1 THEN $4 ELSE others + (others >= $4)::int END) - 1 AS n FROM (
           SELECT id, count(*) FILTER (WHERE id <> $1) OVER (ORDER BY position, created_at, id) - 1 AS others FROM core.saved_lists WHERE owner = $2 AND list = $3) x) o
       WHERE s.id = o.id`,
      [id, owner, list, position],
    );
  }
  async drop(tx: Tx, id: string): Promise<void> {
    await tx.query('DELETE FROM core.saved_lists WHERE id = $1', [id]);
  }
}
