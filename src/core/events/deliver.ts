import { Injectable, Logger } from '@nestjs/common';
import { PREPARED } from '../database/preparing-client.js';
import { Db } from '../database/db.js';
import { Registry, type Listener } from './registry.js';
import type { EventType, Recorded } from './event.js';
import { failureOf } from './failure.js';
import { NotYet } from './not-yet.js';
import type { Due, DueHandler, Handler } from './on.js';

interface EventRow {
  id: string;
  type: EventType;
  public: Record<string, unknown>;
  office: { v: number; recordedAt: string; officeAt: string; actor: string | null; subject: string | null; data: never };
}
interface Leased {
  id: string;
  handler: string;
  fence: number;
  attempts: number;
  event: EventRow | null;
  due: Due | null;
}

const FREE = `state = 'waiting' AND available_at <= clock_timestamp() AND (lease_until IS NULL OR lease_until < clock_timestamp())`;
const SUBJECT = `(SELECT json_build_object('id', e.id, 'type', e.type, 'public', e.public, 'office', e.office) FROM core.events e WHERE e.id = d.event_id) AS event,
  (SELECT json_build_object('id', x.id, 'kind', x.kind, 'ref', x.ref, 'dueAt', x.due_at) FROM core.due x WHERE x.id = d.due_id) AS due`;

/** Runs one delivery: lease, outside work, then effect and mark in one transaction. Late workers are fenced out. */
@Injectable()
export class Deliver {
  private readonly log = new Logger('deliver');
  constructor(
    private readonly db: Db,
    private readonly registry: Registry,
  ) {}

  /** `again`: it was rung before and is not done; its worker may have been killed in the middle of it, and told nobody. */
  async run(id: string, again = false): Promise<void> {
    const name = await this.handlerOf(id);
    if (!name) return;
    const listener = this.registry.get(name);
    if (listener && !listener.instance.work && !again) return this.atOnce(id, listener);
    const leased = await this.lease(id, listener?.leaseSeconds ?? 30);
    if (!leased) return;
    if (!listener) return this.fail(leased.id, leased.attempts, new Error(`No handler is named ${leased.handler}`), 0);
    // a worker that is killed tells nobody how its try ended: its lease runs out, and the next worker finds that it was the last
    if (leased.attempts > listener.maxAttempts) return this.failLeased(leased, listener, new Error('No worker came to the end of a try'));
    const beat = setInterval(() => void this.extend(leased, listener).catch(() => undefined), listener.leaseSeconds * 400);
    try {
      await this.perform(leased, listener);
    } catch (error) {
      if (error instanceof NotYet) await this.postpone(leased, error.seconds);
      else await this.failLeased(leased, listener, error as Error);
    } finally {
      clearInterval(beat);
    }
  }

  /** What touches nothing outside needs no lease: the row's own lock keeps a second worker out until the effect is there. Only a lease counts a try that kills its worker, so it is for the first ring alone. */
  private async atOnce(id: string, listener: Listener): Promise<void> {
    try {
      await this.db.tx(async (tx) => {
        const [[taken]] = await tx.query<[Leased[], number]>(
          `${PREPARED}UPDATE core.deliveries d SET state = 'done', done_at = clock_timestamp(), error = NULL, attempts = attempts + 1, fence = fence + 1 WHERE id = $1 AND ${FREE}
           RETURNING id, handler, fence, attempts, ${SUBJECT}`,
          [id],
        );
        if (taken) await listener.instance.handle(tx, subjectOf(taken) as never, undefined as never);
      });
    } catch (error) {
      const [row] = await this.db.once<{ attempts: number }[]>('SELECT attempts FROM core.deliveries WHERE id = $1', [id]);
      await this.fail(id, row.attempts + 1, error as Error, listener.maxAttempts);
    }
  }

  private async perform(leased: Leased, listener: Listener): Promise<void> {
    const subject = subjectOf(leased);
    const handler = listener.instance as Handler<EventType, unknown> & DueHandler<unknown>;
    const result = await handler.work?.(subject as never);
    await this.db
      .tx(async (tx) => {
        const [, marked] = await tx.query<[unknown[], number]>(
          `UPDATE core.deliveries SET state = 'done', done_at = clock_timestamp(), lease_until = NULL, error = NULL WHERE id = $1 AND fence = $2 AND state = 'waiting'`,
          [leased.id, leased.fence],
        );
        if (marked === 0) throw new Fenced();
        await handler.handle(tx, subject as never, result);
      })
      .catch((error: unknown) => {
        if (!(error instanceof Fenced)) throw error;
      });
  }

  private async handlerOf(id: string): Promise<string | undefined> {
    const [row] = await this.db.once<{ handler: string }[]>(`${PREPARED}SELECT handler FROM core.deliveries WHERE id = $1 AND ${FREE}`, [
      id,
    ]);
    return row?.handler;
  }
  private async lease(id: string, seconds: number): Promise<Leased | undefined> {
    const [[leased]] = await this.db.once<[Leased[], number]>(
      `${PREPARED}UPDATE core.deliveries d SET fence = fence + 1, attempts = attempts + 1, lease_until = clock_timestamp() + make_interval(secs => $2)
       WHERE id = $1 AND ${FREE} RETURNING id, handler, fence, attempts, ${SUBJECT}`,
      [id, seconds],
    );
    return leased;
  }

  private async extend(leased: Leased, listener: Listener): Promise<void> {
    await this.db.once(
      `UPDATE core.deliveries SET lease_until = clock_timestamp() + make_interval(secs => $3) WHERE id = $1 AND fence = $2 AND state = 'waiting'`,
      [leased.id, leased.fence, listener.leaseSeconds],
    );
  }

  private async postpone({ id, fence }: Leased, seconds: number): Promise<void> {
    await this.db.once(
      `UPDATE core.deliveries SET attempts = attempts - 1, lease_until = NULL, rung_at = NULL, available_at = clock_timestamp() + make_interval(secs => $3)
       WHERE id = $1 AND fence = $2 AND state = 'waiting'`,
      [id, fence, seconds],
    );
  }

  /** The last failure and what its handler makes of it are one transaction; what cannot even be given up is tried again. */
  private async failLeased(leased: Leased, listener: Listener, error: Error): Promise<void> {
    const { id, attempts, fence } = leased;
    const handler = listener.instance as Handler<EventType, unknown>;
    if (attempts < listener.maxAttempts || !handler.giveUp) return this.fail(id, attempts, error, listener.maxAttempts, fence);
    try {
      await this.db.tx(async (tx) => {
        const [, marked] = await tx.query<[unknown[], number]>(
          `UPDATE core.deliveries SET state = 'dead', lease_until = NULL, rung_at = NULL, error = $3 WHERE id = $1 AND fence = $2 AND state = 'waiting'`,
          [id, fence, failureOf(error)],
        );
        if (marked === 1) await handler.giveUp!(tx, subjectOf(leased) as Recorded, error);
      });
      this.log.warn(`delivery ${id} attempt ${attempts} failed for good: ${error.message}`);
    } catch (worse) {
      await this.fail(id, attempts, worse as Error, Infinity, fence);
    }
  }

  private async fail(id: string, attempts: number, error: Error, maxAttempts: number, fence?: number): Promise<void> {
    const dead = attempts >= maxAttempts;
    this.log.warn(`delivery ${id} attempt ${attempts} failed${dead ? ' for good' : ''}: ${error.message}`);
    await this.db.once(
      `UPDATE core.deliveries SET state = $2, attempts = $3, lease_until = NULL, rung_at = NULL, error = $4, available_at = clock_timestamp() + make_interval(secs => $5)
       WHERE id = $1 AND state = 'waiting' AND ($6::int IS NULL OR fence = $6)`,
      [id, dead ? 'dead' : 'waiting', attempts, failureOf(error), 2 ** attempts, fence ?? null],
    );
  }
}

function subjectOf({ event, due }: Pick<Leased, 'event' | 'due'>): Recorded | Due {
  if (due) return { ...due, dueAt: new Date(due.dueAt) };
  const { v, recordedAt, officeAt, actor, subject, data } = event!.office;
  return {
    id: event!.id,
    type: event!.type,
    v,
    recordedAt: new Date(recordedAt),
    officeAt: new Date(officeAt),
    public: event!.public as never,
    office: data,
    actor,
    subject,
  };
}
class Fenced extends Error {}
