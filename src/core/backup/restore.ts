import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '../database/data-source.js';
import { verifyLog } from '../events/verify-log.js';
import type { Verdict } from '../events/verify.js';
import { FileStore, type EvidenceStore } from '../evidence/store.js';
import { migrateQueue } from '../queue/migrate-queue.js';
import { checkEvidence, copyEvidence } from './evidence-objects.js';
import { checkHeads, layFiles, type HeadsLost } from './house-files.js';
import { BackupFault, checkFile } from './kept-file.js';
import { load, type Loaded } from './load.js';
import { backupsIn, readManifest, unfinishedIn, type Manifest } from './manifest.js';
import { streamKept } from './open-kept.js';
import { noteRestored } from './note-restored.js';
import { refuseLivingHouse, refuseOtherSchema } from './refusals.js';
import { checkSignature, type Signed } from './signature.js';

export interface RestoreOrder {
  dir: string;
  /** the newest when left out */
  name?: string;
  ownerUrl: string;
  dataDir: string;
  store: EvidenceStore;
  demo: boolean;
  /** a public key that the backup must have been signed with */
  keyFile?: string;
  /** restore though objects of evidence were missing already when the backup was made */
  acceptMissing?: boolean;
  say: (line: string) => void;
}
export interface Checked {
  name: string;
  madeAt: string;
  software: string;
  tables: number;
  rows: number;
  evidence: { objects: number; missing: number };
  /** objects that the office itself no longer had */
  missing: string[];
  signed: Signed;
}
export interface Restored extends Checked, Omit<Loaded, 'rows'> {
  evidenceRestored: number;
  verdict: Verdict;
  /** signed heads that were here and name events which the backup does not hold */
  headsLost: HeadsLost | null;
}

/** Which backup is meant, when it is a whole one. */
export function chosen({ dir, name }: { dir: string; name?: string }): string {
  const whole = backupsIn(dir);
  if (name && !whole.includes(name)) throw new BackupFault(`There is no whole backup named ${name} in ${dir}`);
  const found = name ?? whole.at(-1);
  if (found) return found;
  const unfinished = unfinishedIn(dir).length > 0 ? ': one was begun and not finished, which is none' : '';
  throw new BackupFault(`There is no whole backup in ${dir}${unfinished}`);
}

/** Holds every file and every object of a backup against what was written; changes nothing. */
export async function check({
  dir,
  name,
  keyFile,
  say,
}: Pick<RestoreOrder, 'dir' | 'name' | 'keyFile' | 'say'>): Promise<{ manifest: Manifest; checked: Checked }> {
  const found = chosen({ dir, name });
  const at = join(dir, found);
  const manifest = readManifest(at);
  say(`Checking the backup ${found}…`);
  for (const kept of [...manifest.tables, ...manifest.files, manifest.evidence]) await checkFile(kept, streamKept(at, kept.file));
  const signed = checkSignature(at, keyFile);
  checkHeads(at);
  const missing = await checkEvidence(at, manifest, new FileStore(join(dir, 'evidence')));
  const { madeAt, software, tables, evidence } = manifest;
  const rows = tables.reduce((sum, t) => sum + t.rows, 0);
  return {
    manifest,
    checked: {
      name: found,
      madeAt,
      software,
      tables: tables.length,
      rows,
      evidence: { objects: evidence.objects, missing: evidence.missing },
      missing,
      signed,
    },
  };
}

/** Brings an empty house to the state of a backup, and proves that it did: the rows become visible last, all at once. */
export async function restore(order: RestoreOrder): Promise<Restored> {
  const { dir, ownerUrl, dataDir, store, demo, say } = order;
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'lachan restore', client_encoding: 'UTF8' });
  client.on('error', () => undefined); // whatever waits for an answer hears of it
  await client.connect();
  try {
    await refuseLivingHouse(client);
    await refuseOtherSchema(client, readManifest(join(dir, chosen(order))));
    const { manifest, checked } = await check(order);
    if (checked.missing.length > 0 && !order.acceptMissing) throw new BackupFault(lacks(checked.missing));
    const at = join(dir, checked.name);
    await migrate(ownerUrl, { demo, only: manifest.schema });
    say('Laying back the evidence…');
    const { copied } = await copyEvidence(at, manifest.evidence, new FileStore(join(dir, 'evidence')), store, say);
    mkdirSync(dataDir, { recursive: true });
    const headsLost = layFiles(at, dataDir, manifest);
    say('Filling the tables…');
    const loaded = await load(client, at, manifest, say);
    await migrate(ownerUrl, { demo });
    await migrateQueue(ownerUrl);
    await noteRestored(ownerUrl, checked.name, manifest, loaded.held);
    say('Verifying the log…');
    const verdict = await verifyLog(ownerUrl, join(dataDir, 'heads'), { asOf: new Date(manifest.madeAt) });
    return { ...checked, ...loaded, evidenceRestored: copied, verdict, headsLost };
  } finally {
    await client.end();
  }
}

const MOST_NAMED = 5;
const lacks = (missing: string[]): string =>
  `This backup was made without ${missing.length} objects of evidence that its database names (${missing.slice(0, MOST_NAMED).join(', ')}${missing.length > MOST_NAMED ? ', …' : ''}): look in an older backup, or restore without them by --accept-missing`;
