import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/db.js';

@Injectable()
export class SignInTriesRepository {
  /** Notes a try and tells how many there were in the last quarter of an hour; of tries at the same time each counts those before it. */
  async count(tx: Tx, key: Buffer): Promise<number> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('tries ' || encode($1, 'hex'), 0))`, [key]);
    await tx.query(`DELETE FROM core.sign_in_tries WHERE at < clock_timestamp() - interval '15 minutes'`);
    await tx.query('INSERT INTO core.sign_in_tries (key) VALUES ($1)', [key]);
    const [row] = await tx.query<{ n: number }[]>('SELECT count(*)::int AS n FROM core.sign_in_tries WHERE key = $1', [key]);
    return row.n;
  }
  /** The newest try counts no more. */
  async forgive(tx: Tx, key: Buffer): Promise<void> {
    await tx.query(
      'DELETE FROM core.sign_in_tries WHERE ctid = (SELECT t.ctid FROM core.sign_in_tries t WHERE t.key = $1 ORDER BY t.at DESC LIMIT 1)',
      [key],
    );
  }
}
