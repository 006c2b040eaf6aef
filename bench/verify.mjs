// How long the verification of evidence takes: one large package, and a folder of many small ones.
import { createPublicKey, randomFillSync } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { transpile } from '../scripts/transpile.mjs';

const root = join(import.meta.dirname, '..');
const LACHAN = join(root, 'bin', 'lachan.mjs');
const seconds = (began) => Number(((performance.now() - began) / 1000).toFixed(2));

export default async function verify({ megabytes = 100, packages = 2_000 }) {
  mkdirSync(join(root, '.cache'), { recursive: true });
  const code = mkdtempSync(join(root, '.cache', 'bench-'));
  const dir = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'lachan-bench-'));
  try {
    transpile(root, code, ['src', 'test/kit']);
    const { officeKey, samplePackage } = await import(join(code, 'test/kit/sample-package.js'));
    const { verifyFile } = await import(join(root, 'dist/src/core/verification/node/verify-file.js'));
    const { fingerprintOf } = await import(join(root, 'dist/src/core/evidence/package-keys.js'));
    const key = officeKey();
    const keys = [fingerprintOf(createPublicKey(key))];
    const figures = { cores: cpus().length, node: process.version };

    const film = randomFillSync(new Uint8Array(Number(megabytes) * 1e6));
    const large = await samplePackage(join(dir, 'large'), key, 'Phim', film);
    figures.largeMegabytes = Math.round(statSync(large).size / 1e6);
    figures.largeSeconds = [];
    for (let i = 0; i < 3; i++) {
      const began = performance.now();
      const verdict = await verifyFile(large, keys);
      if (!verdict.holds) throw new Error('the large package does not hold');
      figures.largeSeconds.push(seconds(began));
    }
    figures.secondsPer100Megabytes = Number(((Math.min(...figures.largeSeconds) / figures.largeMegabytes) * 100).toFixed(2));
    const alone = `import { readFileSync } from 'node:fs'; import { verifyFile } from '${join(root, 'dist/src/core/verification/node/verify-file.js')}'; await verifyFile('${large}'); console.log(/VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1])`;
    const { stdout: peak } = spawnSync(process.execPath, ['--input-type=module', '-e', alone], { encoding: 'utf8' });
    figures.memoryMegabytes = Math.round(Number(peak) / 1e3);

    const small = await samplePackage(join(dir, 'small'), key);
    const folder = join(dir, 'many');
    mkdirSync(folder);
    for (let i = 0; i < Number(packages); i++) cpSync(small, join(folder, `${String(i).padStart(6, '0')}.wacz`));
    const began = performance.now();
    const { status, stdout } = spawnSync(process.execPath, [LACHAN, 'verify', folder, '--json', '--key', keys[0]], {
      encoding: 'utf8',
      maxBuffer: 1e9,
    });
    figures.folderPackages = Number(packages);
    figures.folderSeconds = seconds(began);
    figures.folderSays = { status, ...JSON.parse(stdout.trim().split('\n').at(-1)) };
    return figures;
  } finally {
    rmSync(code, { recursive: true, force: true });
    rmSync(dir, { recursive: true, force: true });
  }
}
