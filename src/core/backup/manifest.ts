import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { BackupFault, type KeptFile } from './kept-file.js';
import { faultOf } from './manifest-faults.js';
import { readKept } from './open-kept.js';

export const FORMAT = 'lachan-backup/1';
export const PART = '.part';
const NAME = /^\d{4}-\d\d-\d\dT\d{6}\.\d{3}Z$/;

export interface KeptTable extends KeptFile {
  name: string;
  columns: string[];
  rows: number;
}
/** What one backup holds; `manifest.json` of its folder. */
export interface Manifest {
  format: typeof FORMAT;
  madeAt: string;
  software: string;
  postgresql: string;
  /** the migrations that the database had taken, in order */
  schema: string[];
  /** the newest seal of the log in the snapshot */
  head: { seq: string; head: string } | null;
  tables: KeptTable[];
  sequences: { name: string; value: string; called: boolean }[];
  /** the list of objects that the tables name; the objects lie in `evidence/` beside all backups, by hash */
  evidence: KeptFile & { objects: number; missing: number };
  /** heads, public keys, and private ones where they were asked for */
  files: KeptFile[];
}

export const nameOf = (at: Date): string => at.toISOString().replaceAll(':', '');

/** The whole backups in a folder, oldest first; one that was not finished is none. */
export function backupsIn(dir: string): string[] {
  return existsSync(dir)
    ? readdirSync(dir)
        .filter((name) => NAME.test(name))
        .sort()
    : [];
}
export function unfinishedIn(dir: string): string[] {
  return existsSync(dir) ? readdirSync(dir).filter((name) => name.endsWith(PART) && NAME.test(name.slice(0, -PART.length))) : [];
}

/** The manifest as text, and the line that `sha256sum -c` checks it by. */
export function written(manifest: Manifest): { manifest: string; sum: string } {
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  return { manifest: text, sum: `${sha256(text)}  manifest.json\n` };
}

export function readManifest(dir: string): Manifest {
  const read = (name: string): string => readKept(dir, name).toString();
  const text = read('manifest.json');
  if (read('manifest.sha256') !== `${sha256(text)}  manifest.json\n`)
    throw new BackupFault('manifest.json does not have the SHA-256 that manifest.sha256 gives: one of the two was changed');
  const manifest = parsed(text);
  if (manifest.format !== FORMAT)
    throw new BackupFault(`manifest.json is of the format ${String(manifest.format)}, and this program reads ${FORMAT}`);
  const fault = faultOf(manifest);
  if (fault) throw new BackupFault(`manifest.json says of ${fault} what no backup says: nothing of it is taken`);
  return manifest;
}
function parsed(text: string): Manifest {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value as Manifest;
  } catch {
    // told below
  }
  throw new BackupFault('manifest.json is no manifest');
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
