// Every page that says it is gone, captured by a browser of its own; `npm test` captures a part of them so, and judges all in one browser.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

export default function prove() {
  const file = join(tmpdir(), `lachan-captures-${process.pid}.json`);
  const jest = ['--import', './test/kit/native/register.mjs', '--no-warnings', join('node_modules', 'jest', 'bin', 'jest.js')];
  spawnSync(process.execPath, [...jest, 'test/contracts/capture-hostile', '--json', `--outputFile=${file}`], {
    cwd: root,
    env: { ...process.env, CAPTURES: 'all' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const result = JSON.parse(readFileSync(file, 'utf8'));
  rmSync(file, { force: true });
  const tests = result.testResults.flatMap((s) => s.assertionResults);
  return {
    title: 'Captures of what lies',
    holds: result.success && result.numPendingTests === 0,
    says: `${tests.length} steps: each page captured by a browser of its own, and judged in one browser that stays.`,
    tables: [{ head: ['step', 'seconds', ''], rows: tests.map((t) => [t.fullName, ((t.duration ?? 0) / 1_000).toFixed(1), t.status]) }],
  };
}
