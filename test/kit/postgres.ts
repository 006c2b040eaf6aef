import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { Urls } from '../../src/core/database/embedded/logins.js';

export interface FreshDatabase {
  name: string;
  urls: Urls;
  owner<T extends object>(sql: string, values?: unknown[]): Promise<T[]>;
  drop(): Promise<void>;
}

/** A database of its own for one suite: a clone of the migrated template, on the run's own cluster. */
export const freshDatabase = (): Promise<FreshDatabase> => database('template_lachan');
/** A database without any schema. */
export const emptyDatabase = (): Promise<FreshDatabase> => database('template1');

async function database(template: string): Promise<FreshDatabase> {
  const pattern = JSON.parse(process.env.TEST_CLUSTER_URLS ?? '{}') as Urls;
  if (!pattern.owner) throw new Error('The test cluster is not up: these suites run under jest.config.mjs');
  const name = `t_${randomBytes(6).toString('hex')}`;
  const to = (database: string) =>
    Object.fromEntries(
      Object.entries(pattern).map(([who, url]) => [who, (url as string).replace(/DATABASE$/, database)]),
    ) as unknown as Urls;
  await once(to('postgres').owner, `CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`);
  const urls = to(name);
  // one session for what a suite asks as owner: a new one costs more than most questions
  const owner = new pg.Pool({ connectionString: urls.owner, max: 1, idleTimeoutMillis: 0 });
  owner.on('error', () => undefined); // a restored or dropped database takes its sessions along
  return {
    name,
    urls,
    owner: async <T extends object>(sql: string, values?: unknown[]) => (await owner.query<T>(sql, values)).rows,
    drop: async () => {
      await owner.end();
      await once(to('postgres').owner, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

async function once<T extends object>(url: string, sql: string, values: unknown[] = []): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql, values)).rows;
  } finally {
    await client.end();
  }
}
