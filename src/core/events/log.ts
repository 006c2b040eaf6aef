import { Injectable } from '@nestjs/common';
import { tellWorkers, type Tx } from '../database/db.js';
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
    const listeners = this.registry.listeners(event.type);
    await tx.query(
      `WITH event AS (INSERT INTO core.events (id, type, public_part, office_part) VALUES ($1, $2, $3, $4))
       INSERT INTO core.deliveries (event_id, handler, lane, available_at)
       SELECT $1, h, l, clock_timestamp() + make_interval(secs => $7) FROM unnest($5::text[], $6::text[]) AS x(h, l)`,
      [
        parts.id,
        event.type,
        parts.publicPart,
        parts.officePart,
        listeners.map((l) => l.name),
        listeners.map((l) => l.lane),
        options.availableInSeconds ?? 0,
      ],
    );
    if (listeners.length > 0) tellWorkers(tx);
    return parts.id;
  }
}
