// From a bare checkout to an open office: installs what is missing, builds what changed, then hands over to the supervisor.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Lá Chắn needs Node 20.19 or newer; this is ${process.version}.`);
  process.exit(1);
}

function run(command, args) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) process.exit(status ?? 1);
}

const stamp = join(root, '.cache', 'install.stamp');
const lock = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex');
if (!existsSync(join(root, 'node_modules')) || !existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
  console.log('Installing the packages (once; about a minute)…');
  run('npm', ['install', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
  mkdirSync(join(root, '.cache'), { recursive: true });
  writeFileSync(stamp, lock);
}
run(process.execPath, [join(root, 'scripts', 'build.mjs')]);

const house = spawn(process.execPath, ['--no-warnings', join(root, 'dist', 'src', 'processes', 'supervisor', 'main.js')], {
  cwd: root,
  stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => house.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal));
house.on('exit', (code) => process.exit(code ?? 1));
