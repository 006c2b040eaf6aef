import { Inject, Injectable } from '@nestjs/common';
import pg from 'pg';
import { CONFIG, type Config } from '../core/config.js';

const CONNECT_MS = 5_000;
const STATEMENT_MS = 60_000;
const LOCK_MS = 5_000; // behind a purge that waits for its lock, whoever judges or opens a case waits too

/** What only the purger's login may do, by the few functions that hold its rules. */
export interface Purger {
  /** what became of it: purged, or why not */
  purge(itemId: string): Promise<string>;
  doomed(graceMinutes: number, most: number): Promise<{ digest: string; doomedAt: Date }[]>;
  settle(digest: string, outcome: 'removed' | 'later'): Promise<void>;
}

@Injectable()
export class PurgerRepository {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  get named(): boolean {
    return this.config.purgerUrl !== null;
  }

  /** Runs as the purger, on a connection that ends with it. */
  async as<T>(run: (purger: Purger) => Promise<T>): Promise<T> {
    const client = new pg.Client({
      connectionString: this.config.purgerUrl ?? '',
      connectionTimeoutMillis: CONNECT_MS,
      statement_timeout: STATEMENT_MS,
      lock_timeout: LOCK_MS,
      application_name: 'lachan purger',
    });
    client.on('error', () => undefined); // whatever waits for an answer hears of it
    await client.connect();
    try {
      return await run({
        purge: async (itemId) => (await client.query<{ became: string }>('SELECT retention.purge($1) AS became', [itemId])).rows[0].became,
        doomed: async (grace, most) =>
          (
            await client.query<{ digest: string; doomedAt: Date }>(
              'SELECT digest, doomed_at AS "doomedAt" FROM retention.doomed(make_interval(mins => $1), $2)',
              [grace, most],
            )
          ).rows,
        settle: async (digest, outcome) => void (await client.query('SELECT retention.settle($1, $2)', [digest, outcome])),
      });
    } finally {
      await client.end();
    }
  }
}
