import { DataSource, type MigrationInterface } from 'typeorm';
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { classesIn } from '../loader.js';
import { PreparingClient } from './preparing-client.js';

const SRC = join(import.meta.dirname, '..', '..');
const MIGRATIONS = join(SRC, '..', 'migrations');
const UNSAFE = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** So long a request waits for a session of the pool: an overloaded house answers late rather than not at all. */
const SESSION_MS = 15_000;

/** The app's pool: every entity of every room, UTC, a bounded number of connections, no query without an end. */
export async function openDataSource(url: string, poolSize = 10): Promise<DataSource> {
  const entities = (await classesIn(SRC, /\.entity\.(ts|js)$/)).map((c) => c.value);
  const source = new DataSource({
    type: 'postgres',
    url,
    entities,
    synchronize: false,
    poolSize,
    applicationName: `lachan ${basename(process.argv[1] ?? 'node', '.js')}`,
    logging: false,
    connectTimeoutMS: SESSION_MS,
    extra: {
      Client: PreparingClient,
      statement_timeout: 30_000,
      idle_in_transaction_session_timeout: 60_000,
      options: '-c timezone=UTC',
    },
  });
  await source.initialize();
  await refuseUnsafe(source);
  return source;
}

/** With these settings off, PostgreSQL acknowledges what it can still lose. */
async function refuseUnsafe(source: DataSource): Promise<void> {
  const rows = await source.query<{ name: string; setting: string }[]>('SELECT name, setting FROM pg_settings WHERE name = ANY($1)', [
    Object.keys(UNSAFE),
  ]);
  const bad = rows.filter((r) => UNSAFE[r.name as keyof typeof UNSAFE] === r.setting).map((r) => r.name);
  if (bad.length === 0) return;
  await source.destroy();
  throw new Error(`PostgreSQL runs with ${bad.join(', ')} off: acknowledged work could be lost. Set it on.`);
}

type Migration = new () => MigrationInterface;

async function allMigrations(): Promise<Migration[]> {
  const files = readdirSync(MIGRATIONS)
    .filter((f) => /^\d+-[\w-]+\.(ts|js)$/.test(f))
    .sort();
  return (
    await Promise.all(files.map(async (f) => Object.values((await import(pathToFileURL(join(MIGRATIONS, f)).href)) as object)))
  ).flat() as Migration[];
}
/** The names of all migrations that this program knows, as the database notes them. */
export const migrationNames = async (): Promise<string[]> => (await allMigrations()).map((m) => m.name);

/** Brings the schema to the newest version, or to where only these migrations have been taken, as the owner. */
export async function migrate(ownerUrl: string, { demo, only }: { demo: boolean; only?: string[] }): Promise<string[]> {
  const source = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    migrations: (await allMigrations()).filter((m) => !only || only.includes(m.name)),
    migrationsTableName: 'lachan_migrations',
    logging: false,
    connectTimeoutMS: 5_000,
  });
  await source.initialize();
  try {
    const done = await source.runMigrations({ transaction: 'each' });
    await source.query(`UPDATE core.installation SET demo = $1, clock_offset = CASE WHEN $1 THEN clock_offset ELSE '0' END`, [demo]);
    return done.map((m) => m.name);
  } finally {
    await source.destroy();
  }
}
