import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type pg from 'pg';
import { from } from 'pg-copy-streams';
import { holdOutward } from '../events/held.js';
import { houseTables, lawOf, OURS } from './house-tables.js';
import { BackupFault } from './kept-file.js';
import { streamKept } from './open-kept.js';
import type { Manifest } from './manifest.js';
import { refuseOffice, refuseOtherHead } from './refusals.js';

interface Lifted {
  lift: string;
  lay: string;
}
export interface Loaded {
  rows: number;
  sessionsEnded: number;
  held: number;
}
const FIRES: Record<string, string> = { O: 'ENABLE', A: 'ENABLE ALWAYS', R: 'ENABLE REPLICA' };

/**
 * Fills an empty database from a backup, in one transaction: after a kill it is empty as before. Triggers and foreign keys, which hold
 * what a person does and not what stood already, are lifted inside it and lie again, compared to the last right, before anybody sees it.
 */
export async function load(client: pg.Client, dir: string, manifest: Manifest, say: (line: string) => void): Promise<Loaded> {
  await client.query('BEGIN');
  await client.query(`SET LOCAL timezone = 'UTC'; SET LOCAL datestyle = 'ISO'; SET LOCAL intervalstyle = 'postgres'`);
  await refuseOtherShape(client, manifest);
  const law = await lawOf(client);
  const lifted = [...(await foreignKeys(client)), ...(await triggers(client))];
  for (const { lift } of lifted) await client.query(lift);
  await refuseOffice(client); // nobody can come in any more
  await client.query(`TRUNCATE ${manifest.tables.map((t) => t.name).join(', ')}`);
  for (const table of manifest.tables) {
    const stream = client.query(from(`COPY ${table.name} (${table.columns.join(', ')}) FROM STDIN`));
    await pipeline(streamKept(dir, table.file), createGunzip(), stream);
    if (stream.rowCount !== table.rows)
      throw new BackupFault(`${table.name} took ${stream.rowCount} rows, and the manifest counts ${table.rows}`);
    if (table.rows > 0) say(`${table.name}: ${table.rows} rows`);
  }
  for (const { name, value, called } of manifest.sequences)
    await client.query('SELECT setval($1::regclass, $2, $3)', [name, value, called]);
  for (const { lay } of lifted.reverse()) await client.query(lay);
  if ((await lawOf(client)).join('\n') !== law.join('\n'))
    throw new BackupFault('Constraints, triggers or rights of the database are not as they were before the rows came');
  await refuseOtherHead(client, manifest);
  const { rowCount } = await client.query('DELETE FROM core.sessions');
  const held = await holdOutward(client);
  await askAgain(client);
  await client.query('COMMIT');
  return { rows: manifest.tables.reduce((sum, t) => sum + t.rows, 0), sessionsEnded: rowCount ?? 0, held };
}

/** What two persons had let go may have come under hold since, and the hold is lost: they let it go again, or do not. */
async function askAgain(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ there: boolean }>(`SELECT to_regclass('retention.batches') IS NOT NULL AS there`);
  if (!rows[0].there) return;
  await client.query(`ALTER TABLE retention.batches DISABLE TRIGGER guard_batch`);
  await client.query(
    `UPDATE retention.batches SET state = 'proposed', version = version + 1, submitted_by = NULL, submitted_at = NULL, submission_reason_id = NULL, decided_by = NULL, decided_at = NULL, decision_reason = NULL
     WHERE state IN ('submitted', 'approved')`,
  );
  await client.query(`ALTER TABLE retention.batches ENABLE TRIGGER guard_batch`);
}

async function refuseOtherShape(client: pg.Client, { tables }: Manifest): Promise<void> {
  const shape = (list: { name: string; columns: string[] }[]) => list.map((t) => `${t.name} (${t.columns.join(', ')})`);
  const [here, there] = [shape(await houseTables(client)), shape(tables)];
  const odd = [...here.filter((line) => !there.includes(line)), ...there.filter((line) => !here.includes(line))];
  if (odd.length > 0) throw new BackupFault(`The database and the backup differ in the table ${odd[0]}`);
}

async function foreignKeys(client: pg.Client): Promise<Lifted[]> {
  const { rows } = await client.query<{ on: string; name: string; is: string }>(
    `SELECT k.conrelid::regclass::text AS on, quote_ident(k.conname) AS name, pg_get_constraintdef(k.oid) AS is
     FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE k.contype = 'f' AND ${OURS} ORDER BY 1, 2`,
  );
  return rows.map((k) => ({
    lift: `ALTER TABLE ${k.on} DROP CONSTRAINT ${k.name}`,
    lay: `ALTER TABLE ${k.on} ADD CONSTRAINT ${k.name} ${k.is}`,
  }));
}

async function triggers(client: pg.Client): Promise<Lifted[]> {
  const { rows } = await client.query<{ on: string; name: string; fires: string }>(
    `SELECT t.tgrelid::regclass::text AS on, quote_ident(t.tgname) AS name, t.tgenabled::text AS fires
     FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE NOT t.tgisinternal AND t.tgenabled <> 'D' AND ${OURS} ORDER BY 1, 2`,
  );
  return rows.map((t) => ({
    lift: `ALTER TABLE ${t.on} DISABLE TRIGGER ${t.name}`,
    lay: `ALTER TABLE ${t.on} ${FIRES[t.fires]} TRIGGER ${t.name}`,
  }));
}
