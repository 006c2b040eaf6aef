import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Problem } from '../problem/problem.js';
import type { EvidenceStore } from '../evidence/store.js';
import { BackupFault, measured, type KeptFile } from './kept-file.js';
import type { Manifest } from './manifest.js';
import { readKept, streamKept } from './open-kept.js';

export interface EvidenceCopied {
  objects: number;
  copied: number;
  bytesCopied: number;
  /** named by the database, but not in the store that was copied from */
  missing: string[];
}
export const MISSING = 'missing.txt';
const TELL_EVERY = 1_000;

/** Copies the objects of a list from one store to another; what lies there already is not copied again. */
export async function copyEvidence(
  dir: string,
  list: KeptFile,
  from: EvidenceStore,
  into: EvidenceStore,
  say: (line: string) => void,
): Promise<EvidenceCopied> {
  const done: EvidenceCopied = { objects: 0, copied: 0, bytesCopied: 0, missing: [] };
  for await (const sha256 of objectsOf(dir, list)) {
    done.objects += 1;
    if (done.objects % TELL_EVERY === 0) say(`evidence: ${done.objects} objects, ${done.copied} of them copied`);
    if (await into.has(sha256)) continue;
    const source = await from.open(sha256).catch((error: unknown) => {
      if (error instanceof Problem && error.code === 'missing') return null;
      throw error;
    });
    if (!source) {
      done.missing.push(sha256);
      continue;
    }
    const stored = await into.put(source);
    if (stored.sha256 !== sha256) throw new BackupFault(`evidence/${sha256.slice(0, 2)}/${sha256} holds other bytes than its name says`);
    done.copied += 1;
    done.bytesCopied += stored.bytes;
  }
  return done;
}

/** Refuses a backup that lost or changed an object which it held; answers those that the office had lost before. */
export async function checkEvidence(dir: string, manifest: Manifest, store: EvidenceStore): Promise<string[]> {
  const { evidence } = manifest;
  const missing = missingOf(dir, manifest);
  let objects = 0;
  const named = new Set<string>();
  for await (const sha256 of objectsOf(dir, evidence)) {
    objects += 1;
    if (missing.has(sha256)) {
      named.add(sha256);
      continue;
    }
    const path = `evidence/${sha256.slice(0, 2)}/${sha256}`;
    if (!(await store.has(sha256))) throw new BackupFault(`${path} is not there`);
    if ((await measured(await store.open(sha256))).sha256 !== sha256)
      throw new BackupFault(`${path} was changed: its SHA-256 is not its name`);
  }
  if (objects !== evidence.objects || named.size !== missing.size)
    throw new BackupFault('evidence.tsv.gz and missing.txt do not list what the manifest counts');
  return [...missing];
}

/** Objects that the house itself no longer had when the backup was made: those of the list that the manifest vouches for, and no other. */
function missingOf(dir: string, { files, evidence }: Manifest): Set<string> {
  const listed = files.some(({ file }) => file === MISSING);
  const missing = new Set(listed ? readKept(dir, MISSING).toString().split('\n').filter(Boolean) : []);
  if (missing.size !== evidence.missing)
    throw new BackupFault(`${MISSING} does not list the ${evidence.missing} objects that the manifest counts`);
  return missing;
}

/** The hashes of a list, each once. */
export async function* objectsOf(dir: string, { file }: KeptFile): AsyncGenerator<string> {
  let [last, rest] = ['', ''];
  const text = pipeline(streamKept(dir, file), createGunzip(), () => undefined).setEncoding('utf8'); // a fault ends the loop below
  for await (const chunk of text as AsyncIterable<string>) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop()!;
    for (const line of lines) {
      const [sha256] = line.split('\t');
      if (sha256 !== last) yield (last = sha256);
    }
  }
}
