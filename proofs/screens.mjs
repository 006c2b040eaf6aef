// Every screen of both faces as a picture, in an office without work, in the demo office and in one that runs over. `-- screens --out DIR --only empty` keeps the pictures there and takes one office; `--screens complaint,sign-in` those whose name has such a word.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Album } from './kit/screens/album.mjs';

const STATES = ['empty', 'ordinary', 'overfull'];

export default async function prove(args) {
  const { values } = parseArgs({ args, options: { out: { type: 'string' }, only: { type: 'string' }, screens: { type: 'string' } } });
  const states = values.only ? values.only.split(',') : STATES;
  const out = values.out ?? mkdtempSync(join(tmpdir(), 'lachan-screens-'));
  mkdirSync(out, { recursive: true });
  const built = spawnSync(process.execPath, [join(import.meta.dirname, '../scripts/build.mjs')], { stdio: 'inherit' });
  if (built.status !== 0) throw new Error('the product could not be built');
  const { tour } = await import('./kit/screens/tour.mjs');
  const album = new Album(out, values.screens?.split(','));
  const filled = await tour(states, album);
  console.log(`The pictures are in ${out}`);
  return album.report(filled);
}
