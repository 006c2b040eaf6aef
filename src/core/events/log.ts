import { Injectable } from '@nestjs/common';
import { PREPARED } from '../database/preparing-client.js';
import { tellOffice, tellWorkers, type Tx } from '../database/db.js';
import { Registry } from './registry.js';
import { partsOf, type Moment } from './seal.js';
import type { EventType, NewEvent } from './event.js';

/** What `core.append` takes, in its order: id, type, both parts, names and lanes of the listeners, seconds until they may run. */
export type Entry = [id: string, type: string, publicPart: Buffer, officePart: Buffer, handlers: string[], lanes: string[], wait: number];
interface Options {
  availableInSeconds?: number;
}

/** Appends to the one log: the event and a delivery for each listener, in the caller's transaction. */
@Injectable()
export class Log {
  constructor(private readonly registry: Registry) {}

  async append<T extends EventType>(tx: Tx, event: NewEvent<T>, options: Options = {}): Promise<string> {
    const [at] = await tx.query<Moment[]>(`${PREPARED}SELECT clock_timestamp() AS "recordedAt", core.office_now() AS "officeAt"`);
    const entry = this.entry(event, at, options);
    await tx.query(`${PREPARED}SELECT core.append($1, $2, $3, $4, $5, $6, $7)`, entry);
    if (entry[4].length > 0) tellWorkers(tx);
    tellOffice(tx, event.type);
    return entry[0];
  }

  /** The event for a statement that calls `core.append` itself, with a moment that the database gave just before. */
  entry<T extends EventType>(event: NewEvent<T>, at: Moment, { availableInSeconds = 0 }: Options = {}): Entry {
    const { id, publicPart, officePart } = partsOf(event, at);
    const listeners = this.registry.listeners(event.type);
    return [id, event.type, publicPart, officePart, listeners.map((l) => l.name), listeners.map((l) => l.lane), availableInSeconds];
  }
}
