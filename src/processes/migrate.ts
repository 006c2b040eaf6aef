import { readSettings } from '../core/config.js';
import { migrate } from '../core/database/data-source.js';
import { migrateQueue } from '../core/queue/migrate-queue.js';
import { startOrSay } from '../core/start.js';

/** Brings the database to the newest schema, the queue's own tables included, as its owner. */
await startOrSay(async () => {
  const { ownerUrl, demo } = readSettings();
  if (!ownerUrl) throw new Error('Configuration: DATABASE_OWNER_URL is not set: migrations need the owner of the database');
  const done = await migrate(ownerUrl, { demo });
  await migrateQueue(ownerUrl);
  console.log(done.length === 0 ? 'The database is up to date.' : `The database took ${done.length} migrations, to ${done.at(-1)}.`);
});
