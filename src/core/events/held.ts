import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { Db, tellWorkers, type Tx } from '../database/db.js';
import { Log } from './log.js';
import '../backup/events.js';

/** A delivery that waits for a person, since it may have left the house after the backup that it came from. */
export interface Held {
  id: string;
  handler: string;
  event: string | null;
  subject: string | null;
  availableAt: Date;
}
const LONGEST = 1_000;
const LIST = `SELECT d.id, d.handler, e.type AS event, e.subject, d.available_at AS "availableAt"
  FROM core.deliveries d LEFT JOIN core.events e ON e.id = d.event_id WHERE d.state = 'held' ORDER BY d.available_at, d.id`;

/** Holds what was about to leave the house. */
export async function holdOutward(client: pg.Client): Promise<number> {
  const { rowCount } = await client.query(
    `UPDATE core.deliveries SET state = 'held', lease_until = NULL WHERE state = 'waiting' AND lane = 'outward'`,
  );
  return rowCount ?? 0;
}

@Injectable()
export class HeldDeliveries {
  constructor(
    private readonly db: Db,
    private readonly log: Log,
  ) {}

  list(): Promise<Held[]> {
    return this.db.once<Held[]>(`${LIST} LIMIT ${LONGEST}`);
  }

  /** Lets these leave after all; all that are held, when none is named. */
  release(ids: string[] | 'all'): Promise<Held[]> {
    return this.db.tx(async (tx) => {
      const held = (await tx.query<Held[]>(`${LIST} FOR UPDATE OF d`)).filter((d) => ids === 'all' || ids.includes(d.id));
      for (const delivery of held) await this.releaseOne(tx, delivery);
      if (held.length > 0) tellWorkers(tx);
      return held;
    });
  }

  private async releaseOne(tx: Tx, { id, handler, subject }: Held): Promise<void> {
    await tx.query(
      `UPDATE core.deliveries SET state = 'waiting', attempts = 0, rung_at = NULL, available_at = greatest(available_at, clock_timestamp()) WHERE id = $1`,
      [id],
    );
    await this.log.append(tx, { type: 'delivery.released', v: 1, public: {}, office: { deliveryId: id, handler }, subject });
  }
}
