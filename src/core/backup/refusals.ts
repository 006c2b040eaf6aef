import type pg from 'pg';
import { migrationNames } from '../database/data-source.js';
import { migrationsTaken } from './house-tables.js';
import { BackupFault } from './kept-file.js';
import type { Manifest } from './manifest.js';

/** Nothing is ever laid over work, nor under the feet of a process that is at work. */
export async function refuseLivingHouse(client: pg.Client): Promise<void> {
  const { rows: working } = await client.query<{ name: string }>(
    `SELECT DISTINCT application_name AS name FROM pg_stat_activity
     WHERE datname = current_database() AND application_name LIKE 'lachan %' AND application_name <> 'lachan backup' AND pid <> pg_backend_pid()`,
  );
  if (working.length > 0)
    throw new BackupFault(
      `Processes of the house are at work on this database (${working.map((w) => w.name).join(', ')}): stop them first`,
    );
  if ((await migrationsTaken(client)).length > 0) await refuseOffice(client);
}

export async function refuseOffice(client: pg.Client): Promise<void> {
  // whatever anybody does stands on the log
  const {
    rows: [{ used }],
  } = await client.query<{ used: boolean }>('SELECT EXISTS (SELECT 1 FROM core.events) OR EXISTS (SELECT 1 FROM core.staff) AS used');
  if (used) throw new BackupFault('This database holds an office already: a backup is restored into an empty one only');
}

export async function refuseOtherSchema(client: pg.Client, { schema, software }: Manifest): Promise<void> {
  const known = await migrationNames();
  const unknown = schema.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new BackupFault(
      `The backup was made by a newer program (${software}), whose schema this one does not know (${unknown[0]}): restore it with that one`,
    );
  const beyond = (await migrationsTaken(client)).filter((name) => !schema.includes(name));
  if (beyond.length > 0)
    throw new BackupFault(
      `The database has a newer schema than the backup (${beyond[0]}): restore into a database without any, it is brought on afterwards`,
    );
}

export async function refuseOtherHead(client: pg.Client, { head }: Manifest): Promise<void> {
  if (!head) return;
  const { rows } = await client.query<{ head: string }>(`SELECT encode(head, 'hex') AS head FROM core.seals WHERE seq = $1`, [head.seq]);
  if (rows[0]?.head !== head.head) throw new BackupFault(`The log's seal ${head.seq} is not the one that the manifest gives`);
}
