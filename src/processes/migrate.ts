import { migrate } from '../core/database/data-source.js';
import { migrateQueue } from '../core/queue/migrate-queue.js';

/** Brings the database to the newest schema, the queue's own tables included, as its owner. */
const ownerUrl = process.env.DATABASE_OWNER_URL;
if (!ownerUrl) {
  console.error('DATABASE_OWNER_URL is not set: migrations need the owner of the database.');
  process.exit(1);
}
const done = await migrate(ownerUrl, { demo: process.env.NODE_ENV !== 'production' });
await migrateQueue(ownerUrl);
console.log(done.length === 0 ? 'The database is up to date.' : `Migrated: ${done.join(', ')}`);
