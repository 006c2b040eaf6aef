import { Injectable } from '@nestjs/common';
import { Db, tellWorkers, type Tx } from '../database/db.js';
import { Log } from './log.js';
import { Registry } from './registry.js';

declare module './event.js' {
  interface Events {
    /** somebody sent work again that the house had given up */
    'delivery.retried': { v: 1; public: Record<string, never>; office: { deliveryId: string; handler: string } };
  }
}
interface Dead {
  id: string;
  handler: string;
  subject: string | null;
}
/** How many were sent again, and how many of them are left for another call. */
export interface Retried {
  retried: number;
  left: number;
}
const MOST = 500;

/** Work that the house gave up is tried anew, each on the log; what is no longer given up stays as it is. */
@Injectable()
export class RetryDeliveries {
  constructor(
    private readonly db: Db,
    private readonly registry: Registry,
    private readonly log: Log,
  ) {}

  /** Whether it can be sent again from here; what does something of its own when it gives up has its own way back. */
  may(handler: string): boolean {
    const listener = this.registry.get(handler);
    return listener !== undefined && !('giveUp' in listener.instance);
  }

  ofHandler(by: { staffId: string }, handler: string): Promise<Retried> {
    return this.db.tx((tx) => this.run(tx, by, this.may(handler) ? [handler] : [], null));
  }

  /** Of these handlers, what was about one record; null stands for every record. */
  async run(tx: Tx, by: { staffId: string }, handlers: string[], subject: string | null): Promise<Retried> {
    const dead = await tx.query<Dead[]>(
      `SELECT d.id, d.handler, e.subject FROM core.deliveries d LEFT JOIN core.events e ON e.id = d.event_id
       WHERE d.state = 'dead' AND d.handler = ANY($1) AND ($2::text IS NULL OR e.subject = $2) ORDER BY d.available_at, d.id LIMIT ${MOST + 1} FOR UPDATE OF d`,
      [handlers, subject],
    );
    const again = dead.slice(0, MOST);
    await tx.query(
      `UPDATE core.deliveries SET state = 'waiting', attempts = 0, rung_at = NULL, available_at = clock_timestamp() WHERE id = ANY($1::uuid[])`,
      [again.map((d) => d.id)],
    );
    for (const { id, handler, subject: about } of again) {
      const office = { deliveryId: id, handler };
      await this.log.append(tx, { type: 'delivery.retried', v: 1, public: {}, office, actor: by.staffId, subject: about });
    }
    if (again.length > 0) tellWorkers(tx);
    return { retried: again.length, left: dead.length - again.length };
  }
}
