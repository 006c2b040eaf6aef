#!/usr/bin/env node
// The command line of Lá Chắn; builds the server at its first use.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '..');
if (!existsSync(join(root, 'dist/src/cli/main.js'))) {
  const built = spawnSync(process.execPath, [join(root, 'scripts/build.mjs')], { cwd: root, stdio: ['ignore', 2, 2] });
  if (built.status !== 0) process.exit(1);
}
await import(pathToFileURL(join(root, 'dist/src/cli/main.js')).href);
