// One embedded PostgreSQL for the run, with a migrated database that every suite clones.
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, statfsSync } from 'node:fs';
import { bundleEngine } from '../../scripts/bundle-engine.mjs';
import { bundlePackages } from '../../scripts/bundle-packages.mjs';
import { knowTables } from '../../scripts/know-tables.mjs';
import { transpile } from '../../scripts/transpile.mjs';

const MEMORY = '/dev/shm';
const ENOUGH_BYTES = 6 * 1024 ** 3;

/** What a run writes lies in memory where there is room: nothing of it is kept, and on a disk each commit waits for it. */
function scratch() {
  const dir = mkdtempSync(join(hasRoom() ? MEMORY : tmpdir(), 'lachan-tests-'));
  chmodSync(dir, 0o755); // what PostgreSQL's user may not pass to lies elsewhere, and would be left behind
  return dir;
}
function hasRoom() {
  const mounted =
    existsSync('/proc/mounts') &&
    readFileSync('/proc/mounts', 'utf8')
      .split('\n')
      .find((line) => line.split(' ')[1] === MEMORY);
  if (!mounted || /\bnoexec\b/.test(mounted)) return false; // a browser that another user runs is started from there
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize > ENOUGH_BYTES;
}
export default async function setup() {
  const root = join(import.meta.dirname, '..', '..');
  const dir = scratch();
  process.env.TMPDIR = dir;
  mkdirSync(join(root, '.cache'), { recursive: true });
  const code = mkdtempSync(join(root, '.cache', 'test-server-'));
  transpile(root, code);
  await Promise.all([bundleEngine(code), bundlePackages(root, code), knowTables(root, code)]);
  const { startEmbedded } = await import(join(code, 'src/core/database/embedded/launcher.js'));
  const { makeDatabase } = await import(join(code, 'src/core/database/embedded/logins.js'));
  const cluster = await startEmbedded(join(dir, 'postgres'));
  await makeDatabase(cluster.urls('postgres').owner, 'template_lachan');
  const urls = cluster.urls('template_lachan');
  const migrated = spawnSync(process.execPath, ['--no-warnings', join(code, 'src/processes/migrate.js')], {
    env: { ...process.env, DATABASE_OWNER_URL: urls.owner },
    encoding: 'utf8',
  });
  if (migrated.status !== 0) throw new Error(`The template database could not be migrated: ${migrated.stderr}`);
  process.env.TEST_SERVER_CODE = code;
  process.env.TEST_RUN_DIR = dir;
  process.env.TEST_CLUSTER_URLS = JSON.stringify(cluster.urls('DATABASE'));
  globalThis.testCluster = { cluster, dirs: [dir, code] };
}
