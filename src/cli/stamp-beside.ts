import { existsSync, rmSync, writeFileSync } from 'node:fs';
import type { Settings } from '../core/config.js';
import { RECEIPT, tokenEnding } from '../core/verification/dossier-parts.js';

/** Lays an authority's time stamp beside a new package, if the settings name one that answers; what lay there was about another package. */
export async function stampBeside(packageFile: string, settings: Settings): Promise<{ authority: string; at: Date; path: string } | null> {
  rmSync(packageFile + RECEIPT, { force: true });
  for (let n = 1; existsSync(packageFile + tokenEnding(n)); n++) rmSync(packageFile + tokenEnding(n));
  if (settings.timestampAuthorities.length === 0) return null;
  const { askAuthorities, readSeal } = await import('../crawl/engine/index.js');
  const { stamp, says } = await askAuthorities(settings, (await readSeal(packageFile)).digest);
  for (const line of says) process.stderr.write(`no time stamp came from ${line}\n`);
  if (!stamp) return null;
  const path = packageFile + tokenEnding(1);
  writeFileSync(path, stamp.bytes);
  return { authority: stamp.verdict.authority, at: stamp.verdict.at, path };
}
