import { runMigrations } from 'bullmq';
import pg from 'pg';

/** BullMQ's own tables, in schema `queue`; its role may use them and nothing else. */
export async function migrateQueue(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await runMigrations(client as never, 'queue');
    await client.query(`
      GRANT ALL ON ALL TABLES IN SCHEMA queue TO lachan_queue;
      GRANT ALL ON ALL SEQUENCES IN SCHEMA queue TO lachan_queue;
      GRANT EXECUTE ON ALL ROUTINES IN SCHEMA queue TO lachan_queue;`);
  } finally {
    await client.end();
  }
}
