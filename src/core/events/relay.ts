import { Injectable } from '@nestjs/common';
import { Db, type Tx } from '../database/db.js';
import { Registry } from './registry.js';
import { LANES, laneNames, type Lane } from './lanes.js';

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
  constructor(
    private readonly db: Db,
    private readonly registry: Registry,
  ) {}

  /** Rings for what is due in each lane; `full`: more quick work may be due than may be rung for at a time. */
  async sweep(ring: (rings: Ring[]) => Promise<void>): Promise<{ rung: number; full: boolean }> {
    await this.db.tx((tx) => this.fireDue(tx));
    const taken = await Promise.all(laneNames.map((lane) => this.db.single((tx) => this.take(tx, lane))));
    const rings = taken.flatMap((t) => t.rings);
    if (rings.length > 0) await ring(rings);
    return { rung: rings.length, full: taken[laneNames.indexOf('quick')].full };
  }

  /** Rows are found by arrays of ids, never by joins: with the counts of a flood's first minute PostgreSQL would read the whole table for a join. */
  private async take(tx: Tx, lane: Lane): Promise<{ rings: Ring[]; full: boolean }> {
    const { window } = LANES[lane];
    const [row] = await tx.query<{ open: number; rings: Ring[] }[]>(
      `WITH open AS MATERIALIZED (
         SELECT id FROM core.deliveries
         WHERE state = 'waiting' AND lane = $1 AND available_at <= clock_timestamp() AND (lease_until IS NULL OR lease_until < clock_timestamp())
         ORDER BY available_at LIMIT $2),
       silent AS (
         SELECT id, rung_at IS NOT NULL AS again FROM core.deliveries WHERE id = ANY(ARRAY(SELECT id FROM open))
         AND state = 'waiting' AND (rung_at IS NULL OR rung_at < clock_timestamp() - make_interval(secs => $3)) FOR UPDATE SKIP LOCKED),
       rung AS (UPDATE core.deliveries SET rung_at = clock_timestamp() WHERE id = ANY(ARRAY(SELECT id FROM silent)) RETURNING id, lane)
       SELECT (SELECT count(*)::int FROM open) AS open,
         (SELECT coalesce(json_agg(json_build_object('id', id, 'lane', lane, 'again', again)), '[]') FROM rung JOIN silent USING (id)) AS rings`,
      [lane, window, RING_AGAIN_SECONDS],
    );
    return { rings: row.rings, full: row.open === window };
  }

  private async fireDue(tx: Tx): Promise<void> {
    const due = await tx.query<{ id: string; kind: string }[]>(
      `SELECT id, kind FROM core.due WHERE fired_at IS NULL AND due_at <= core.office_now() AND kind = ANY($1) ORDER BY due_at LIMIT 200 FOR UPDATE SKIP LOCKED`,
      [this.registry.dueKinds()], // timers of a kind that nobody knows any more keep no other waiting
    );
    for (const { id, kind } of due) {
      const listener = this.registry.due(kind)!;
      await tx.query('UPDATE core.due SET fired_at = clock_timestamp() WHERE id = $1', [id]);
      await tx.query('INSERT INTO core.deliveries (due_id, handler, lane) VALUES ($1, $2, $3)', [id, listener.name, listener.lane]);
    }
  }
}
