import { Injectable } from '@nestjs/common';
import { Db, type Tx } from '../../database/db.js';
import { Problem } from '../../problem/problem.js';
import { runningKey } from './running-key.js';
import './problems.js';

/** Every transaction that writes under an idempotency key says so in the key's row: effect and mark are committed together. */
@Injectable()
export class KeyedDb extends Db {
  override tx<T>(fn: (tx: Tx) => Promise<T>): Promise<T> {
    const key = runningKey.getStore();
    if (!key) return super.tx(fn);
    return super.tx(async (tx) => {
      const made = await fn(tx);
      const [{ wrote }] = await tx.query<{ wrote: boolean }[]>('SELECT pg_current_xact_id_if_assigned() IS NOT NULL AS wrote');
      if (!wrote) return made;
      const [, mine] = await tx.query<[unknown, number]>('UPDATE core.idempotency SET effected = true WHERE key_hash = $1 AND fence = $2', [
        key.hash,
        key.fence,
      ]);
      if (mine === 0) throw new Problem('same-key-running');
      return made;
    });
  }
  override single<T>(fn: (tx: Tx) => Promise<T>, options?: { tells?: string }): Promise<T> {
    return runningKey.getStore() ? this.tx(fn) : super.single(fn, options);
  }
}
