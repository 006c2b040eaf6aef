import { Injectable, Logger } from '@nestjs/common';
import { Db, type Tx } from '../database/db.js';
import { Registry, type Listener } from './registry.js';
import type { EventType, Recorded } from './event.js';
import type { Due, DueHandler, Handler } from './on.js';

interface Leased { id: string; handler: string; fence: number; attempts: number; eventId: string | null; dueId: string | null }
interface EventRow { id: string; type: EventType; public: Record<string, unknown>; office: { v: number; recordedAt: string; officeAt: string; actor: string | null; subject: string | null; data: never } }

/** Runs one delivery: lease, outside work, then effect and mark in one transaction. Late workers are fenced out. */
@Injectable()
export class Deliver {
  private readonly log = new Logger('deliver');
  constructor(private readonly db: Db, private readonly registry: Registry) {}

  async run(id: string): Promise<void> {
    const leased = await this.lease(id);
    if (!leased) return;
    const listener = this.registry.get(leased.handler);
    if (!listener) return this.fail(leased, new Error(`No handler is named ${leased.handler}`), 0);
    const beat = setInterval(() => void this.extend(leased, listener).catch(() => undefined), listener.leaseSeconds * 400);
    try {
      await this.perform(leased, listener);
    } catch (error) {
      await this.fail(leased, error as Error, listener.maxAttempts);
    } finally {
      clearInterval(beat);
    }
  }

  private async perform(leased: Leased, listener: Listener): Promise<void> {
    const subject = await this.db.tx<Recorded | Due>((tx) => (leased.eventId ? this.event(tx, leased.eventId) : this.due(tx, leased.dueId!)));
    const handler = listener.instance as Handler<EventType, unknown> & DueHandler<unknown>;
    const result = await handler.work?.(subject as never);
    await this.db.tx(async (tx) => {
      const [, marked] = await tx.query<[unknown[], number]>(
        `UPDATE core.deliveries SET state = 'done', done_at = clock_timestamp(), lease_until = NULL, error = NULL WHERE id = $1 AND fence = $2 AND state = 'waiting'`,
        [leased.id, leased.fence],
      );
      if (marked === 0) throw new Fenced();
      await handler.handle(tx, subject as never, result);
    }).catch((error: unknown) => { if (!(error instanceof Fenced)) throw error; });
  }

  private lease(id: string): Promise<Leased | undefined> {
    return this.db.tx(async (tx) => {
      const [row] = await tx.query<Leased[]>(
        `SELECT id, handler FROM core.deliveries WHERE id = $1 AND state = 'waiting' AND available_at <= clock_timestamp()
           AND (lease_until IS NULL OR lease_until < clock_timestamp()) FOR UPDATE SKIP LOCKED`, [id]);
      if (!row) return undefined;
      const seconds = this.registry.get(row.handler)?.leaseSeconds ?? 30;
      const [[leased]] = await tx.query<[Leased[], number]>(
        `UPDATE core.deliveries SET fence = fence + 1, attempts = attempts + 1, lease_until = clock_timestamp() + make_interval(secs => $2)
         WHERE id = $1 RETURNING id, handler, fence, attempts, event_id AS "eventId", due_id AS "dueId"`, [id, seconds]);
      return leased;
    });
  }

  private async extend(leased: Leased, listener: Listener): Promise<void> {
    await this.db.tx((tx) => tx.query(
      `UPDATE core.deliveries SET lease_until = clock_timestamp() + make_interval(secs => $3) WHERE id = $1 AND fence = $2 AND state = 'waiting'`,
      [leased.id, leased.fence, listener.leaseSeconds]));
  }

  private async fail(leased: Leased, error: Error, maxAttempts: number): Promise<void> {
    const dead = leased.attempts >= maxAttempts;
    this.log.warn(`${leased.handler} attempt ${leased.attempts} failed${dead ? ' for good' : ''}: ${error.message}`);
    await this.db.tx((tx) => tx.query(
      `UPDATE core.deliveries SET state = $3, lease_until = NULL, rung_at = NULL, error = $4, available_at = clock_timestamp() + make_interval(secs => $5)
       WHERE id = $1 AND fence = $2 AND state = 'waiting'`,
      [leased.id, leased.fence, dead ? 'dead' : 'waiting', error.message.slice(0, 500), 2 ** leased.attempts]));
  }

  private async event(tx: Tx, id: string): Promise<Recorded> {
    const [row] = await tx.query<EventRow[]>('SELECT id, type, public, office FROM core.events WHERE id = $1', [id]);
    const { v, recordedAt, officeAt, actor, subject, data } = row.office;
    return { id: row.id, type: row.type, v, recordedAt: new Date(recordedAt), officeAt: new Date(officeAt), public: row.public as never, office: data, actor, subject };
  }
  private async due(tx: Tx, id: string): Promise<Due> {
    const [row] = await tx.query<Due[]>('SELECT id, kind, ref, due_at AS "dueAt" FROM core.due WHERE id = $1', [id]);
    return row;
  }
}
class Fenced extends Error {}
