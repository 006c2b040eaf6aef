import { Injectable } from '@nestjs/common';
import type { Tx } from '../core/database/db.js';

interface Pace {
  /** between the beginnings of two captures of one host */
  secondsApart: number;
  /** so long a capture has its host to itself, if its worker is killed and never tells its end */
  holdSeconds: number;
}
/** of a capture that runs: how soon another looks whether it has ended */
const LOOK_AGAIN_SECONDS = 3;

/** Whose turn it is at a host, in true time: one capture at a time, and each so long after the one before. */
@Injectable()
export class HostTurns {
  /** Takes the turn of a capture, which it books at the first asking; answers how many seconds it has to wait still. */
  async take(tx: Tx, host: string, captureId: string, { secondsApart, holdSeconds }: Pace): Promise<number> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 42))', [host]);
    await tx.query(
      `INSERT INTO crawl.host_turns (capture_id, host, booked_at)
       SELECT $2, $1, greatest(clock_timestamp(), max(booked_at) + make_interval(secs => $3)) FROM crawl.host_turns WHERE host = $1 ON CONFLICT (capture_id) DO NOTHING`,
      [host, captureId, secondsApart],
    );
    const [{ wait }] = await tx.query<{ wait: number }[]>(
      `SELECT ceil(greatest(0,
         extract(epoch FROM t.booked_at - clock_timestamp())::float8,
         (SELECT extract(epoch FROM max(o.began_at) - clock_timestamp())::float8 + $3::float8 FROM crawl.host_turns o WHERE o.host = $1 AND o.capture_id <> $2),
         (SELECT $4::float8 FROM crawl.host_turns o WHERE o.host = $1 AND o.capture_id <> $2 AND o.held_until > clock_timestamp() LIMIT 1)))::int AS wait
       FROM crawl.host_turns t WHERE t.capture_id = $2`,
      [host, captureId, secondsApart, LOOK_AGAIN_SECONDS],
    );
    if (wait === 0)
      await tx.query(
        `UPDATE crawl.host_turns SET began_at = clock_timestamp(), held_until = clock_timestamp() + make_interval(secs => $2) WHERE capture_id = $1`,
        [captureId, holdSeconds],
      );
    return wait;
  }

  /** The host is free; turns that are long over are forgotten. */
  async leave(tx: Tx, host: string, captureId: string): Promise<void> {
    await tx.query('UPDATE crawl.host_turns SET held_until = clock_timestamp() WHERE capture_id = $1', [captureId]);
    await tx.query(`DELETE FROM crawl.host_turns WHERE host = $1 AND held_until < clock_timestamp() - interval '1 hour'`, [host]);
  }
}
