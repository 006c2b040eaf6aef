import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/db.js';

/** Office time and what is due. Timers are rows; one sweeper in the worker turns those that have come into deliveries. */
@Injectable()
export class Clock {
  async now(tx: Tx): Promise<Date> {
    const [row] = await tx.query<{ now: Date }[]>('SELECT core.office_now() AS now');
    return row.now;
  }
  /** One timer per kind and ref: setting it again moves it. */
  async schedule(tx: Tx, due: { kind: string; ref: string; at: Date }): Promise<void> {
    await tx.query(
      `INSERT INTO core.due (kind, ref, due_at) VALUES ($1, $2, $3)
       ON CONFLICT (kind, ref) WHERE fired_at IS NULL DO UPDATE SET due_at = EXCLUDED.due_at`,
      [due.kind, due.ref, due.at],
    );
  }
  async cancel(tx: Tx, due: { kind: string; ref: string }): Promise<void> {
    await tx.query('DELETE FROM core.due WHERE kind = $1 AND ref = $2 AND fired_at IS NULL', [due.kind, due.ref]);
  }
}
