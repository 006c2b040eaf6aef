import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/db.js';

export interface OfficeTime {
  demo: boolean;
  officeNow: Date;
  offsetHours: number;
}

/** Office time and what is due. Timers are rows; one sweeper in the worker turns those that have come into deliveries. */
@Injectable()
export class Clock {
  async now(tx: Tx): Promise<Date> {
    const [row] = await tx.query<{ now: Date }[]>('SELECT core.office_now() AS now');
    return row.now;
  }
  async officeTime(tx: Tx): Promise<OfficeTime> {
    const [row] = await tx.query<OfficeTime[]>(
      `SELECT demo, core.office_now() AS "officeNow", round(extract(epoch FROM clock_offset) / 3600)::int AS "offsetHours" FROM core.installation`,
    );
    return row;
  }
  /** Moves the office clock forward; false where this is no demo. */
  async forward(tx: Tx, hours: number): Promise<boolean> {
    const [, moved] = await tx.query<[unknown, number]>(
      'UPDATE core.installation SET clock_offset = clock_offset + make_interval(hours => $1) WHERE demo',
      [hours],
    );
    return moved === 1;
  }
  /** One timer per kind and ref: setting it again moves it. */
  async schedule(tx: Tx, due: { kind: string; ref: string; at: Date }): Promise<void> {
    await tx.query(
      `INSERT INTO core.due (kind, ref, due_at) VALUES ($1, $2, $3)
       ON CONFLICT (kind, ref) WHERE fired_at IS NULL DO UPDATE SET due_at = EXCLUDED.due_at`,
      [due.kind, due.ref, due.at],
    );
  }
  /** The same for many, in one statement: the first now, each next one so much later. */
  async scheduleSpread(tx: Tx, kind: string, refs: readonly string[], everyMs: number): Promise<void> {
    await tx.query(
      `INSERT INTO core.due (kind, ref, due_at)
       SELECT $1, r.ref, core.office_now() + (r.n - 1) * make_interval(secs => $3) FROM unnest($2::text[]) WITH ORDINALITY AS r(ref, n)
       ON CONFLICT (kind, ref) WHERE fired_at IS NULL DO UPDATE SET due_at = EXCLUDED.due_at`,
      [kind, refs, everyMs / 1_000],
    );
  }
  /** Ends all timers of a kind whose ref begins with this and a colon. */
  async cancelAllOf(tx: Tx, kind: string, of: string): Promise<void> {
    await tx.query(`DELETE FROM core.due WHERE kind = $1 AND split_part(ref, ':', 1) = $2 AND fired_at IS NULL`, [kind, of]);
  }
  /** What a timer began and the house gave up is over: somebody has begun it anew. */
  async settle(tx: Tx, due: { kind: string; ref: string }): Promise<void> {
    await tx.query(
      `UPDATE core.deliveries d SET state = 'done', done_at = clock_timestamp() WHERE d.state = 'dead' AND EXISTS (SELECT 1 FROM core.due u WHERE u.id = d.due_id AND u.kind = $1 AND split_part(u.ref, '|', 1) = $2)`,
      [due.kind, due.ref],
    );
  }
  async cancel(tx: Tx, due: { kind: string; ref: string }): Promise<void> {
    await tx.query('DELETE FROM core.due WHERE kind = $1 AND ref = $2 AND fired_at IS NULL', [due.kind, due.ref]);
  }
}
