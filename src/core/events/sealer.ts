import { Injectable } from '@nestjs/common';
import { Db } from '../database/db.js';
import { digestOf, GENESIS, headOf } from './seal.js';

const LOCK = 715_001;
export const SEALED_AT_ONCE = 2_000;
interface Waiting {
  id: string;
  publicPart: Buffer;
  officePart: Buffer;
}
export interface Head {
  seq: bigint;
  head: Buffer;
}

/** Chains committed events a moment later; a singleton by advisory lock. What is sealed leaves the list of what waits by the database itself. */
@Injectable()
export class Sealer {
  constructor(private readonly db: Db) {}

  /** Seals up to `limit` events; answers the newest head and how many were sealed. */
  seal(limit = SEALED_AT_ONCE): Promise<{ sealed: number; last: Head }> {
    return this.db.tx(async (tx) => {
      const [{ mine }] = await tx.query<{ mine: boolean }[]>('SELECT pg_try_advisory_xact_lock($1) AS mine', [LOCK]);
      const [top] = await tx.query<{ seq: string; head: Buffer }[]>('SELECT seq, head FROM core.seals ORDER BY seq DESC LIMIT 1');
      const last: Head = top ? { seq: BigInt(top.seq), head: top.head } : { seq: 0n, head: GENESIS };
      if (!mine) return { sealed: 0, last };
      const waiting = await tx.query<Waiting[]>(
        `SELECT id, public_part AS "publicPart", office_part AS "officePart" FROM core.events
         WHERE id = ANY(ARRAY(SELECT event_id FROM core.unsealed ORDER BY position LIMIT $1)) ORDER BY position`,
        [limit],
      );
      if (waiting.length === 0) return { sealed: 0, last };
      const rows = waiting.map((event) => {
        const digest = digestOf(event.publicPart, event.officePart);
        last.seq += 1n;
        last.head = headOf(last.seq, last.head, digest);
        return { seq: last.seq.toString(), id: event.id, digest, head: last.head };
      });
      await tx.query(
        'INSERT INTO core.seals (seq, event_id, digest, head) SELECT * FROM unnest($1::bigint[], $2::uuid[], $3::bytea[], $4::bytea[])',
        [rows.map((r) => r.seq), rows.map((r) => r.id), rows.map((r) => r.digest), rows.map((r) => r.head)],
      );
      return { sealed: rows.length, last };
    });
  }
}
