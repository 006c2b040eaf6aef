import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/db.js';
import { Problem } from '../problem/problem.js';

/** SQL: this person is not barred from the post. */
export const unbarred = (staff: string, postId: string): string =>
  `NOT EXISTS (SELECT 1 FROM core.bars bar WHERE bar.staff_id = ${staff} AND bar.post_id = ${postId})`;

/** Of which posts a staff member may know nothing, since they are party to a case about them: for them there is no such post. */
@Injectable()
export class Bars {
  /**
   * Changes of who is barred from what pass one by one, and each sees the one before: held before an act reads what its change rests on,
   * and best before it locks anything else.
   */
  async hold(tx: Tx): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('bars'))`);
  }
  async set(tx: Tx, staffIds: string[], postIds: string[]): Promise<void> {
    await tx.query(
      'INSERT INTO core.bars (staff_id, post_id) SELECT s, p FROM unnest($1::uuid[]) s CROSS JOIN unnest($2::uuid[]) p ON CONFLICT DO NOTHING',
      [staffIds, postIds],
    );
  }
  /** Whoever is barred from a post is barred from what it has become. */
  async follow(tx: Tx, postId: string, into: string): Promise<void> {
    await this.hold(tx);
    await tx.query(
      'INSERT INTO core.bars (staff_id, post_id) SELECT staff_id, $2 FROM core.bars WHERE post_id = $1 ON CONFLICT DO NOTHING',
      [postId, into],
    );
  }
  /** Lifts all bars of a person but those from these posts. */
  async lift(tx: Tx, staffId: string, { but }: { but: string[] }): Promise<void> {
    await tx.query('DELETE FROM core.bars WHERE staff_id = $1 AND post_id <> ALL($2)', [staffId, but]);
  }
  async refuse(tx: Tx, { staffId }: { staffId: string }, postId: string): Promise<void> {
    const barred = await tx.query<unknown[]>('SELECT 1 FROM core.bars WHERE staff_id = $1 AND post_id = $2', [staffId, postId]);
    if (barred.length > 0) throw new Problem('missing');
  }
}
