// From a bare checkout to an open office: installs what is missing, builds what changed, then hands over to the supervisor.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Lá Chắn needs Node 20.19 or newer; this is ${process.version}.`);
  process.exit(1);
}

const INSTALL = ['install', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
const TELL_MS = 5_000;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Installs the packages and tells how many of them are there: without a terminal npm says nothing until its end. */
async function install(lockfile) {
  const named = Object.entries(JSON.parse(lockfile).packages).filter(([path, { optional }]) => path && !optional);
  const all = named.map(([path]) => path);
  console.log(`Installing ${all.length} packages (once; about a minute)…`);
  const npm = spawn('npm', INSTALL, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  const timer = setInterval(
    () => console.log(`  ${all.filter((path) => existsSync(join(root, path, 'package.json'))).length} of ${all.length}`),
    TELL_MS,
  );
  const end = (signal) => npm.kill(signal);
  for (const signal of SIGNALS) process.on(signal, end);
  const [code] = await once(npm, 'exit');
  for (const signal of SIGNALS) process.off(signal, end);
  clearInterval(timer);
  if (code !== 0) process.exit(code ?? 1);
}

const stamp = join(root, '.cache', 'install.stamp');
const lockfile = readFileSync(join(root, 'package-lock.json'), 'utf8');
const lock = createHash('sha256').update(lockfile).digest('hex');
if (!existsSync(join(root, 'node_modules')) || !existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
  await install(lockfile);
  mkdirSync(join(root, '.cache'), { recursive: true });
  writeFileSync(stamp, lock);
}
const { status } = spawnSync(process.execPath, [join(root, 'scripts', 'build.mjs')], {
  cwd: root,
  stdio: ['ignore', 'inherit', 'inherit'],
});
if (status !== 0) process.exit(status ?? 1);

const house = spawn(process.execPath, ['--no-warnings', join(root, 'dist', 'src', 'processes', 'supervisor', 'main.js')], {
  cwd: root,
  stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
});
for (const signal of SIGNALS) process.on(signal, () => house.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal));
house.on('exit', (code) => process.exit(code ?? 1));
