import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readHeads } from '../events/verify-log.js';
import { MISSING } from './evidence-objects.js';
import { BackupFault } from './kept-file.js';
import type { Manifest } from './manifest.js';
import { readKept } from './open-kept.js';

export interface HeadsLost {
  /** the newest head that was signed here */
  seq: string;
  at: string;
  /** where the heads lie that were here */
  keptAs: string;
}

const PRIVATE = /head-key\.pem$|packages\.pem$/;

/** Lays heads and keys back. What lies here already is never written over: other heads are put aside, other keys stay. */
export function layFiles(dir: string, dataDir: string, { files, madeAt }: Manifest): HeadsLost | null {
  const lost = putHeadsAside(dir, join(dataDir, 'heads'), madeAt);
  for (const { file } of files) {
    const target = join(dataDir, file);
    if (file === MISSING || existsSync(target)) continue;
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
    writeFileSync(target, readKept(dir, file), { flag: 'wx', mode: PRIVATE.test(file) ? 0o600 : 0o640 });
  }
  return lost;
}

/** Refuses heads that nobody could read once they are laid. */
export function checkHeads(dir: string): void {
  try {
    for (const { seq } of readHeads(join(dir, 'heads'))) BigInt(seq);
  } catch {
    throw new BackupFault('heads/heads.jsonl is no list of signed heads');
  }
}

function putHeadsAside(dir: string, headsDir: string, madeAt: string): HeadsLost | null {
  const here = join(headsDir, 'heads.jsonl');
  const there = join(dir, 'heads', 'heads.jsonl');
  if (!existsSync(here) || readFileSync(here, 'utf8') === readFileSync(there, 'utf8')) return null;
  const last = readHeads(headsDir).at(-1);
  const keptAs = `heads-before-restore-of-${madeAt.replaceAll(':', '')}.jsonl`;
  renameSync(here, join(headsDir, keptAs));
  return last && BigInt(last.seq) > BigInt(readHeads(join(dir, 'heads')).at(-1)?.seq ?? 0)
    ? { seq: last.seq, at: last.at, keptAs: join(headsDir, keptAs) }
    : null;
}
