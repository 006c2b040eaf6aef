import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/db.js';
import { Registry } from './registry.js';
import { partsOf } from './seal.js';
import type { EventType, NewEvent } from './event.js';

/** Appends to the one log: the event and a delivery for each listener, in the caller's transaction. */
@Injectable()
export class Log {
  constructor(private readonly registry: Registry) {}

  async append<T extends EventType>(tx: Tx, event: NewEvent<T>, options: { availableInSeconds?: number } = {}): Promise<string> {
    const [now] = await tx.query<{ at: Date; office: Date }[]>('SELECT clock_timestamp() AS at, core.office_now() AS office');
    const parts = partsOf(event, { recordedAt: now.at, officeAt: now.office });
    await tx.query('INSERT INTO core.events (id, type, public_part, office_part) VALUES ($1, $2, $3, $4)', [parts.id, event.type, parts.publicPart, parts.officePart]);
    const listeners = this.registry.listeners(event.type);
    if (listeners.length > 0) {
      await tx.query(
        `INSERT INTO core.deliveries (event_id, handler, lane, available_at)
         SELECT $1, h, l, clock_timestamp() + make_interval(secs => $4) FROM unnest($2::text[], $3::text[]) AS x(h, l)`,
        [parts.id, listeners.map((l) => l.name), listeners.map((l) => l.lane), options.availableInSeconds ?? 0],
      );
      await tx.query(`SELECT pg_notify('lachan_deliveries', '')`);
    }
    return parts.id;
  }
}
