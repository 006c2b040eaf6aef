// Builds the server into dist/ and the console into web/dist/, and reads the tables; each only if it changed since the last build. `server` leaves the console out.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleEngine } from './bundle-engine.mjs';
import { bundlePackages } from './bundle-packages.mjs';
import { bundleVerifier } from './bundle-verifier.mjs';
import { knowTables } from './know-tables.mjs';
import { transpile } from './transpile.mjs';

const root = join(import.meta.dirname, '..');

function fingerprint(paths) {
  const hash = createHash('sha256').update(process.version);
  const walk = (path) => {
    if (!existsSync(path)) return;
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).sort()) if (name !== 'dist' && name !== 'node_modules') walk(join(path, name));
    } else hash.update(path).update(readFileSync(path));
  };
  for (const path of paths) walk(path);
  return hash.digest('hex');
}

async function part(name, out, sources, make) {
  const stamp = join(root, '.cache', `${name}.stamp`);
  const now = fingerprint(sources.map((s) => join(root, s)));
  if (existsSync(join(root, out)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  console.log(`Building the ${name}…`);
  rmSync(join(root, out), { recursive: true, force: true });
  await make();
  mkdirSync(join(root, '.cache'), { recursive: true });
  writeFileSync(stamp, now);
}

function bundleConsole() {
  const vite = ['node_modules/vite/bin/vite.js', 'build', 'web', '--logLevel', 'warn'];
  const { status } = spawnSync(process.execPath, ['--no-warnings', ...vite], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) process.exit(1);
}

async function buildServer() {
  transpile(root, join(root, 'dist'));
  await Promise.all([bundleEngine(join(root, 'dist')), bundlePackages(root, join(root, 'dist'))]);
}

const build = ['transpile', 'bundle-engine', 'bundle-packages'].map((name) => `scripts/${name}.mjs`);
await part('server', 'dist', ['src', 'migrations', ...build, 'package-lock.json'], buildServer);
await part('tables', 'dist/known-tables', ['config', 'scripts/know-tables.mjs'], () => knowTables(root, join(root, 'dist')));
const verifier = [
  'src/core/verification',
  'src/core/evidence',
  'config/verification.yaml',
  'scripts/bundle-verifier.mjs',
  'package-lock.json',
];
await part('verifier', 'dist/verify.html', verifier, () => bundleVerifier(root, join(root, 'dist/verify.html')));
if (process.argv[2] !== 'server' && existsSync(join(root, 'web')))
  await part('console', 'web/dist', ['web', 'package-lock.json'], bundleConsole);
