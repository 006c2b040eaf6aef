import { createReadStream, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { readHeads } from '../events/verify-log.js';
import { flushFolder } from '../evidence/flush-folder.js';
import { FileStore, type EvidenceStore } from '../evidence/store.js';
import { holdFile } from '../hold-file.js';
import { copyEvidence, MISSING, type EvidenceCopied } from './evidence-objects.js';
import { BackupFault, keepFile, type KeptFile } from './kept-file.js';
import { FORMAT, nameOf, PART, unfinishedIn, written, type Manifest } from './manifest.js';
import { pruneEvidence } from './prune.js';
import { SIGNATURE, signed } from './signature.js';
import { takeSnapshot } from './snapshot.js';

export interface BackupOrder {
  dir: string;
  ownerUrl: string;
  dataDir: string;
  store: EvidenceStore;
  software: string;
  /** private keys too */
  withKeys: boolean;
  /** afterwards objects that no backup in the folder names are taken away */
  prune?: boolean;
  say: (line: string) => void;
}
export interface BackupMade {
  name: string;
  tables: number;
  rows: number;
  bytes: number;
  head: Manifest['head'];
  evidence: EvidenceCopied;
  /** with the key that signs the office's heads */
  signed: boolean;
  /** objects that were taken away, where that was asked for */
  pruned?: number;
  /** what else must be kept, and is not in the backup */
  leftOut: string[];
}
const PRIVATE_KEYS = [join('heads', 'head-key.pem'), join('keys', 'packages.pem')];
/** the public halves, with the times in which they signed */
const PACKAGE_KEYS = join('keys', 'packages.jsonl');

/** Makes one backup: a folder under the name of its moment, that has this name only once it is whole, and objects of evidence beside all backups. */
export async function backup(order: BackupOrder): Promise<BackupMade> {
  const { dir } = order;
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const lock = holdFile(join(dir, 'backup.lock'));
  if (!('release' in lock)) throw new BackupFault(`Another backup into ${dir} is under way`);
  try {
    clearUnfinished(dir);
    const made = await make(order, nameOf(new Date())).catch((error: unknown) => {
      clearUnfinished(dir);
      throw error;
    });
    return order.prune ? { ...made, pruned: await pruneEvidence(dir) } : made;
  } finally {
    lock.release();
  }
}
function clearUnfinished(dir: string): void {
  for (const name of unfinishedIn(dir)) rmSync(join(dir, name), { recursive: true });
  rmSync(join(dir, 'evidence', 'incoming'), { recursive: true, force: true });
}

async function make({ dir, ownerUrl, dataDir, store, software, withKeys, say }: BackupOrder, name: string): Promise<BackupMade> {
  const part = join(dir, `${name}${PART}`);
  const { evidence: list, ...taken } = await takeSnapshot(ownerUrl, part, say);
  const copied = await copyEvidence(part, list, store, new FileStore(join(dir, 'evidence')), say);
  const files = [
    ...(copied.missing.length > 0 ? [await keepText(part, MISSING, copied.missing.map((hash) => `${hash}\n`).join(''))] : []),
    ...(await keepHeads(join(dataDir, 'heads'), part, BigInt(taken.head?.seq ?? 0))),
    ...(await keepFiles(dataDir, withKeys ? [PACKAGE_KEYS, ...PRIVATE_KEYS] : [PACKAGE_KEYS], part)),
  ];
  const evidence = { ...list, objects: copied.objects, missing: copied.missing.length };
  const manifest: Manifest = { format: FORMAT, madeAt: new Date().toISOString(), software, ...taken, evidence, files };
  const text = written(manifest);
  await writeFile(join(part, 'manifest.json'), text.manifest, { mode: 0o600, flush: true });
  await writeFile(join(part, 'manifest.sha256'), text.sum, { mode: 0o600, flush: true });
  const signature = signed(dataDir, text.manifest);
  if (signature) await writeFile(join(part, SIGNATURE), signature, { mode: 0o600, flush: true });
  for (const folder of ['tables', 'heads', 'keys', '.']) if (existsSync(join(part, folder))) await flushFolder(join(part, folder));
  await rename(part, join(dir, name));
  await flushFolder(dir);
  return {
    name,
    tables: manifest.tables.length,
    rows: manifest.tables.reduce((sum, t) => sum + t.rows, 0),
    bytes: [...manifest.tables, ...files, list].reduce((sum, f) => sum + f.bytes, 0),
    head: manifest.head,
    evidence: copied,
    signed: signature !== null,
    leftOut: ['LACHAN_SECRET', ...PRIVATE_KEYS.filter((file) => !withKeys && existsSync(join(dataDir, file)))],
  };
}

/** Signed heads up to the snapshot's last seal, and the public keys: later heads name events that it does not hold. */
async function keepHeads(headsDir: string, part: string, seq: bigint): Promise<KeptFile[]> {
  const heads = readHeads(headsDir).filter((head) => BigInt(head.seq) <= seq);
  const keys = existsSync(headsDir) ? readdirSync(headsDir).filter((file) => /^public-[0-9a-f]{16}\.pem$/.test(file)) : [];
  return [
    await keepText(part, join('heads', 'heads.jsonl'), heads.map((head) => `${JSON.stringify(head)}\n`).join('')),
    ...(await Promise.all(keys.map((file) => copyFile(headsDir, file, part, 'heads')))),
  ];
}
async function keepFiles(dataDir: string, files: readonly string[], part: string): Promise<KeptFile[]> {
  const there = files.filter((file) => existsSync(join(dataDir, file)));
  return Promise.all(there.map((file) => copyFile(dataDir, file, part, '.')));
}
const copyFile = (from: string, file: string, part: string, to: string): Promise<KeptFile> =>
  keepFile(part, join(to, file), createReadStream(join(from, file)));
const keepText = (part: string, file: string, text: string): Promise<KeptFile> => keepFile(part, file, Readable.from([Buffer.from(text)]));
