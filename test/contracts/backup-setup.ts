import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { restore, type Restored } from '../../src/core/backup/restore.js';
import { CONFIG, type Config } from '../../src/core/config.js';
import { HeadKeeper } from '../../src/core/events/head-keeper.js';
import { Sealer } from '../../src/core/events/sealer.js';
import { FileStore } from '../../src/core/evidence/store.js';
import { lachanIn, type Around, type Said } from '../kit/command-line.js';
import type { Caller, Office } from '../kit/office.js';
import { emptyDatabase, type FreshDatabase } from '../kit/postgres.js';
import { confirmedCase } from './enforcement-setup.js';

/** A machine without a house: a database without a schema, and an empty data folder. */
export interface EmptyMachine {
  dir: string;
  dataDir: string;
  database: FreshDatabase;
  lachan(args: string[], env?: NodeJS.ProcessEnv, around?: Around): Promise<Said>;
  /** What `lachan restore --accept-missing` does, as a function. */
  restore(dir: string, ownerUrl?: string): Promise<Restored>;
  remove(): Promise<void>;
}
export async function emptyMachine(): Promise<EmptyMachine> {
  const dir = mkdtempSync(join(tmpdir(), 'lachan máy mới '));
  return machineOn(dir, join(dir, 'data'), await emptyDatabase());
}
function machineOn(dir: string, dataDir: string, database: FreshDatabase): EmptyMachine {
  const { owner, app, reader, queue } = database.urls;
  const urls = { DATABASE_OWNER_URL: owner, DATABASE_URL: app, DATABASE_READER_URL: reader, DATABASE_QUEUE_URL: queue };
  return {
    dir,
    dataDir,
    database,
    lachan: (args, env = {}, around = {}) => lachanIn(dir, args, { ...urls, LACHAN_DATA: dataDir, ...env }, around),
    restore: (from, ownerUrl = owner) =>
      restore({
        ...{ dir: from, ownerUrl, dataDir, store: new FileStore(join(dataDir, 'evidence')) },
        ...{ demo: false, acceptMissing: true, say: () => undefined },
      }),
    remove: async () => {
      await database.drop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
/** The command line beside an office that is open. */
export const besideOffice = (office: Office, dir: string): EmptyMachine =>
  machineOn(dir, office.app.get<Config>(CONFIG).dataDir, office.database);

export async function sealAll(office: Office): Promise<void> {
  const { dataDir } = office.app.get<Config>(CONFIG);
  const keeper = new HeadKeeper(join(dataDir, 'heads'));
  for (let sealed = 1; sealed > 0;) {
    const done = await office.app.get(Sealer).seal();
    sealed = done.sealed;
    await keeper.keep(done.last, true);
  }
}

/** An approved request that somebody just ordered to leave; the worker has not come for it. */
export async function requestOnItsWay(office: Office): Promise<{ id: string; caseId: string }> {
  const [inspector, coordinator, legal] = [await office.as('inspector'), await office.as('coordinator'), await office.as('legal')];
  const { caseId } = await confirmedCase(office, inspector);
  const { body } = await coordinator.call('POST', '/api/takedowns', {
    caseId,
    platform: 'mang',
    delivery: 'email',
    recipient: 'phap-che@mang.example',
    legalBasis: 'nd147-24h',
    fields: { signer: 'Bà B', sources: 'Bộ Y tế' },
  });
  const { id, contentHash } = body as unknown as { id: string; contentHash: string };
  await legal.call('POST', `/api/takedowns/${id}/approve`, { contentHash });
  const { version } = (await coordinator.call('GET', `/api/takedowns/${id}`)).body as unknown as { version: number };
  await coordinator.call('POST', `/api/takedowns/${id}/send`, { version });
  return { id, caseId };
}

export async function report(caller: Caller, text: string): Promise<void> {
  const { status } = await caller.call('POST', '/api/reports', { text });
  if (status !== 201) throw new Error(`The report was answered ${status}`);
}

/** Every table by a hash of its rows, whatever their order. */
export async function contents(database: FreshDatabase): Promise<Record<string, string>> {
  const tables = await database.owner<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema', 'public', 'queue')
       AND (schemaname, tablename) <> ('core', 'presence')`, // who has a record open just now: no part of a backup
  );
  const found: Record<string, string> = {};
  for (const { name } of tables) {
    const [{ hash }] = await database.owner<{ hash: string }>(
      `SELECT count(*) || ' ' || md5(coalesce(string_agg(t::text, '|' ORDER BY t::text COLLATE "C"), '')) AS hash FROM ${name} t`,
    );
    found[name] = hash;
  }
  return found;
}

/** All files below a folder, by their paths in it. */
export const filesBelow = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dir.length + 1))
    .sort();
