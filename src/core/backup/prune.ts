import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { objectsOf } from './evidence-objects.js';
import { checkFile } from './kept-file.js';
import { backupsIn, readManifest } from './manifest.js';
import { streamKept } from './open-kept.js';

/** Takes away objects that no backup in a folder names: those of backups that were deleted, what was purged among them. A list that is not as it was written stops it before anything goes. */
export async function pruneEvidence(dir: string): Promise<number> {
  const named = new Set<string>();
  for (const name of backupsIn(dir)) {
    const at = join(dir, name);
    const { evidence } = readManifest(at);
    await checkFile(evidence, streamKept(at, evidence.file));
    for await (const sha256 of objectsOf(at, evidence)) named.add(sha256);
  }
  let pruned = 0;
  for (const folder of existsSync(join(dir, 'evidence')) ? readdirSync(join(dir, 'evidence')).filter((f) => /^[0-9a-f]{2}$/.test(f)) : [])
    for (const file of readdirSync(join(dir, 'evidence', folder)).filter((f) => /^[0-9a-f]{64}$/.test(f) && !named.has(f))) {
      rmSync(join(dir, 'evidence', folder, file));
      pruned += 1;
    }
  return pruned;
}
