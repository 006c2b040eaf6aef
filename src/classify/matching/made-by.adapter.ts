import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { endianness } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../core/config.js';
import { INDEX_TABLES } from './matching-table.js';

const CODE = [import.meta.dirname, join(import.meta.dirname, '..', 'text')];

/** By what an index is made, besides its claims: tables, the code that reads texts and lays out arrays, and what that runs on. */
export function madeBy(tables: unknown = INDEX_TABLES): string {
  const hash = createHash('sha256').update(JSON.stringify([tables, process.versions.unicode, endianness()]));
  hash.update(readFileSync(join(projectRoot, 'package.json'))); // the exact versions of all packages
  for (const dir of CODE)
    for (const name of readdirSync(dir).sort())
      if (/(?<!\.spec)\.[jt]s$/.test(name)) hash.update(`${name}\n`).update(readFileSync(join(dir, name)));
  return hash.digest('hex');
}
