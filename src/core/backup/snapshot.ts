import { join } from 'node:path';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { to } from 'pg-copy-streams';
import { evidenceTables, houseTables, migrationsTaken, sequences } from './house-tables.js';
import { BackupFault, keepFile, type KeptFile } from './kept-file.js';
import type { KeptTable, Manifest } from './manifest.js';

export interface Snapshot extends Pick<Manifest, 'postgresql' | 'schema' | 'head' | 'tables' | 'sequences'> {
  evidence: KeptFile;
}
/** Text that every later PostgreSQL reads alike, whatever the server is set to. */
const PLAIN = `SET LOCAL timezone = 'UTC'; SET LOCAL datestyle = 'ISO'; SET LOCAL intervalstyle = 'postgres'; SET LOCAL extra_float_digits = 1`;

/** Writes every table as it stood at one moment, and the list of the evidence that it names, while the house goes on. */
export async function takeSnapshot(ownerUrl: string, dir: string, say: (line: string) => void): Promise<Snapshot> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'lachan backup', client_encoding: 'UTF8' });
  client.on('error', () => undefined); // whatever waits for an answer hears of it
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await client.query(PLAIN);
    const schema = await migrationsTaken(client);
    if (schema.length === 0) throw new BackupFault('This database has no office: there is nothing to back up');
    const tables: KeptTable[] = [];
    for (const { name, columns } of await houseTables(client)) {
      const { rows, ...kept } = await copyOut(client, `${name} (${columns.join(', ')})`, dir, join('tables', `${name}.copy.gz`));
      tables.push({ name, columns, rows, ...kept });
      if (rows > 0) say(`${name}: ${rows} rows`);
    }
    const evidence = await copyOut(client, `(${await namedEvidence(client)})`, dir, 'evidence.tsv.gz');
    return {
      postgresql: await one(client, 'SHOW server_version'),
      schema,
      head: await headOf(client),
      tables,
      sequences: await sequences(client),
      evidence,
    };
  } finally {
    await client.end();
  }
}

async function copyOut(client: pg.Client, what: string, dir: string, file: string): Promise<KeptFile & { rows: number }> {
  const stream = client.query(to(`COPY ${what} TO STDOUT`));
  const kept = await keepFile(dir, file, stream, [createGzip({ level: 3 })]);
  await client.query('SELECT 1'); // the count comes after the last byte
  return { ...kept, rows: stream.rowCount };
}
async function namedEvidence(client: pg.Client): Promise<string> {
  const named = (await evidenceTables(client)).map((table) => `SELECT sha256, bytes FROM ${table}${table === ITEMS ? UNPURGED : ''}`);
  return `SELECT DISTINCT sha256, bytes FROM (${named.join(' UNION ALL ')}) AS named ORDER BY sha256`;
}
/** of what was purged the hash stays, and no bytes */
const ITEMS = 'core.evidence_items';
const UNPURGED = ' i WHERE NOT EXISTS (SELECT 1 FROM core.evidence_tombstones t WHERE t.evidence_id = i.id)';
async function headOf(client: pg.Client): Promise<Manifest['head']> {
  const { rows } = await client.query<{ seq: string; head: string }>(
    `SELECT s.seq::text, encode(s.head, 'hex') AS head FROM core.seals s ORDER BY s.seq DESC LIMIT 1`,
  );
  return rows[0] ?? null;
}
async function one(client: pg.Client, sql: string): Promise<string> {
  const { rows } = await client.query<Record<string, string>>(sql);
  return Object.values(rows[0])[0];
}
