import { afterAll, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { heldName } from '../../core/evidence/held-files.js';
import { asProblem } from '../../core/http/problem.filter.js';
import { KeptPackages } from './kept-packages.adapter.js';

const dataDir = mkdtempSync(join(tmpdir(), 'lachan-kept-'));
const dir = join(dataDir, 'replays');
const packages = new KeptPackages({ dataDir });
afterAll(() => {
  packages.onApplicationShutdown();
  rmSync(dataDir, { recursive: true });
});
const refused = async (name: string, bytes: () => Readable) => {
  const error: unknown = await packages.get(name, () => Promise.resolve(bytes())).catch((e: unknown) => e);
  const { code, details } = asProblem(error);
  return [code, JSON.stringify(details ?? {}).includes('/')];
};

test('a package of which a killed process left a copy is gone at the next start', async () => {
  mkdirSync(dir);
  writeFileSync(join(dir, heldName('replay').replace(/-\d+-/, `-${spawnSync('true').pid}-`)), 'PK');
  await packages.onModuleInit();
  expect(readdirSync(dir)).toEqual([]);
});
test('a full disk is no package that is missing, and nothing tells where it was met', async () => {
  const full = Object.assign(new Error(`ENOSPC: no space left on device, write '${dir}/x'`), { code: 'ENOSPC', syscall: 'write' });
  const bytes = () =>
    new Readable({
      read() {
        this.destroy(full);
      },
    });
  expect(await refused('full', bytes)).toEqual(['busy', false]);
  expect(await refused('no zip', () => Readable.from([Buffer.from('không phải gói')]))).toEqual(['missing', false]);
  expect(readdirSync(dir)).toEqual([]);
});
