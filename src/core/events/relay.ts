import { Injectable, Logger } from '@nestjs/common';
import { Db, type Tx } from '../database/db.js';
import { Registry } from './registry.js';
import type { Lane } from './on.js';

export interface Ring {
  id: string;
  lane: Lane;
  /** it was rung before, and nobody came */
  again: boolean;
}
const RING_AGAIN_SECONDS = 10;

/** Finds deliveries whose time has come and rings the queue; turns timers that have come into deliveries. */
@Injectable()
export class Relay {
  private readonly log = new Logger('relay');
  constructor(
    private readonly db: Db,
    private readonly registry: Registry,
  ) {}

  async sweep(ring: (rings: Ring[]) => Promise<void>, limit = 500): Promise<number> {
    await this.db.tx((tx) => this.fireDue(tx));
    const rings = await this.db.tx((tx) => this.take(tx, limit));
    if (rings.length > 0) await ring(rings);
    return rings.length;
  }

  private async take(tx: Tx, limit: number): Promise<Ring[]> {
    const [rows] = await tx.query<[Ring[], number]>(
      `UPDATE core.deliveries d SET rung_at = clock_timestamp() FROM (
         SELECT id, rung_at IS NOT NULL AS again FROM core.deliveries
         WHERE state = 'waiting' AND available_at <= clock_timestamp()
           AND (lease_until IS NULL OR lease_until < clock_timestamp())
           AND (rung_at IS NULL OR rung_at < clock_timestamp() - make_interval(secs => $2))
         ORDER BY available_at LIMIT $1 FOR UPDATE SKIP LOCKED) x
       WHERE d.id = x.id RETURNING d.id, d.lane, x.again`,
      [limit, RING_AGAIN_SECONDS],
    );
    return rows;
  }

  private async fireDue(tx: Tx): Promise<void> {
    const due = await tx.query<{ id: string; kind: string }[]>(
      `SELECT id, kind FROM core.due WHERE fired_at IS NULL AND due_at <= core.office_now() ORDER BY due_at LIMIT 200 FOR UPDATE SKIP LOCKED`,
    );
    for (const { id, kind } of due) {
      const listener = this.registry.due(kind);
      if (!listener) {
        this.log.error(`No listener for timer ${kind}`);
        continue;
      }
      await tx.query('UPDATE core.due SET fired_at = clock_timestamp() WHERE id = $1', [id]);
      await tx.query('INSERT INTO core.deliveries (due_id, handler, lane) VALUES ($1, $2, $3)', [id, listener.name, listener.lane]);
    }
  }
}
