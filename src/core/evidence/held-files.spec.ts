import { afterAll, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { heldName, sweepLeft } from './held-files.js';

const dir = mkdtempSync(join(tmpdir(), 'lachan-held-'));
afterAll(() => rmSync(dir, { recursive: true }));
/** The same name, of another process. */
const of = (pid: number, process = 'ffffffff'): string => heldName('dossier').replace(/-\d+-[0-9a-f]{8}-/, `-${pid}-${process}-`);
const lay = (name: string, hours = 0): string => {
  mkdirSync(join(dir, name));
  writeFileSync(join(dir, name, '0'), 'nội dung');
  const at = new Date(Date.now() - hours * 3_600_000);
  utimesSync(join(dir, name), at, at);
  return name;
};

test('what a killed process left goes at the next start, and nothing that a living one holds', async () => {
  const { pid } = spawnSync('true');
  lay(of(pid)); // of a process that is gone
  lay(of(process.pid)); // of one that had the number of this one
  const held = [heldName('dossier'), of(process.ppid), of(1)].map((name) => lay(name, 48));
  const elsewhere = lay('dossier-00000000-1-ffffffff-x', 23); // of another machine
  lay('dossier-00000000-1-ffffffff-y', 25);
  lay('dossier-Xy12ab', 25); // as earlier software named them
  await sweepLeft(dir);
  expect(readdirSync(dir).sort()).toEqual([...held, elsewhere].sort());
  await sweepLeft(join(dir, 'none'));
});
