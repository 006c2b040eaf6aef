// The built server, and one embedded PostgreSQL for the run, with a migrated database that every suite clones.
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, statfsSync } from 'node:fs';

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
  const built = spawnSync(process.execPath, [join(root, 'scripts', 'build.mjs'), 'server'], { encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`The server could not be built: ${built.stderr}`);
  const code = join(root, 'dist');
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
  globalThis.testCluster = { cluster, dir };
}
