import pg from 'pg';
import { runMigrations } from 'bullmq';
import { migrate } from '../core/database/data-source.js';

/** Brings the database to the newest schema, as its owner, and the queue's own tables as the queue's role. */
const ownerUrl = process.env.DATABASE_OWNER_URL;
if (!ownerUrl) {
  console.error('DATABASE_OWNER_URL is not set: migrations need the owner of the database.');
  process.exit(1);
}
const done = await migrate(ownerUrl, { demo: process.env.NODE_ENV !== 'production' });
if (!process.env.REDIS_URL) {
  const client = new pg.Client({ connectionString: process.env.DATABASE_QUEUE_URL ?? ownerUrl });
  await client.connect();
  await runMigrations(client as never, 'queue').finally(() => client.end());
}
console.log(done.length === 0 ? 'The database is up to date.' : `Migrated: ${done.join(', ')}`);
