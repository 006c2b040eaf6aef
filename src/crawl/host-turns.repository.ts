import { Injectable } from '@nestjs/common';
import type { Tx } from '../core/database/db.js';
import { secondsToWait, type Standing } from './host-turn.js';

interface Pace {
  /** between the beginnings of two captures of one host */
  secondsApart: number;
  /** so long a capture has its host to itself, if its worker is killed and never tells its end */
  holdSeconds: number;
}
/** one that said it would ask and is so long overdue holds nobody up: its worker is busy, or its order has ended */
const OVERDUE_SECONDS = 30;

/** Whose turn it is at a host, in true time: one capture at a time, each so long after the one before, in the order in which they came. */
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
    const [standing] = await tx.query<Omit<Standing, 'secondsApart'>[]>(
      `SELECT extract(epoch FROM t.booked_at - clock_timestamp())::float8 AS "untilBooked",
         coalesce((SELECT extract(epoch FROM max(o.began_at) - clock_timestamp())::float8 + $3::float8 FROM crawl.host_turns o WHERE o.host = $1 AND o.capture_id <> $2), 0) AS "untilPace",
         EXISTS (SELECT 1 FROM crawl.host_turns o WHERE o.host = $1 AND o.capture_id <> $2 AND o.held_until > clock_timestamp()) AS running,
         (SELECT count(*)::int FROM crawl.host_turns o WHERE o.host = $1 AND o.began_at IS NULL AND o.asks_at > clock_timestamp() - make_interval(secs => $4)
            AND (o.booked_at, o.capture_id) < (t.booked_at, t.capture_id)) AS before
       FROM crawl.host_turns t WHERE t.capture_id = $2`,
      [host, captureId, secondsApart, OVERDUE_SECONDS],
    );
    const wait = secondsToWait({ ...standing, secondsApart });
    await tx.query(
      wait > 0
        ? `UPDATE crawl.host_turns SET asks_at = clock_timestamp() + make_interval(secs => $2) WHERE capture_id = $1`
        : `UPDATE crawl.host_turns SET began_at = clock_timestamp(), held_until = clock_timestamp() + make_interval(secs => $2) WHERE capture_id = $1`,
      [captureId, wait > 0 ? wait : holdSeconds],
    );
    return wait;
  }

  /** The host is free; turns that are long over are forgotten. */
  async leave(tx: Tx, host: string, captureId: string): Promise<void> {
    await tx.query('UPDATE crawl.host_turns SET held_until = clock_timestamp() WHERE capture_id = $1', [captureId]);
    await tx.query(
      `DELETE FROM crawl.host_turns WHERE host = $1 AND (held_until < clock_timestamp() - interval '1 hour' OR began_at IS NULL AND coalesce(asks_at, booked_at) < clock_timestamp() - interval '1 day')`,
      [host],
    );
  }
}
