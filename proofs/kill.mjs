// The kill journeys on the built product, as a report. `-- kill --built` takes dist/ as it stands.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

export default async function prove(options) {
  if (!options.includes('--built')) await import('../scripts/build.mjs');
  const file = join(tmpdir(), `lachan-kill-${process.pid}.json`);
  const journal = join(tmpdir(), `lachan-kill-${process.pid}.jsonl`);
  spawnSync(
    process.execPath,
    [
      '--import',
      './test/kit/native/register.mjs',
      '--no-warnings',
      join('node_modules', 'jest', 'bin', 'jest.js'),
      'test/journeys/kill',
      '--json',
      `--outputFile=${file}`,
    ],
    {
      cwd: root,
      env: { ...process.env, KILL_FIGURES: journal, KILL_REPORTS: '150', KILL_PAUSE_MS: '0' },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  const result = JSON.parse(readFileSync(file, 'utf8'));
  const figures = readFileSync(journal, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  for (const path of [file, journal]) rmSync(path, { force: true });
  return {
    title: 'Kills while reports come in',
    holds: result.success && result.numPendingTests === 0,
    says: 'Three citizens send reports without pause, each again until it is acknowledged, while processes are killed with SIGKILL.',
    tables: [
      {
        head: [
          'doorbell on',
          'reports acknowledged',
          'reports in the database',
          'events',
          'deliveries done',
          'lost',
          'doubled',
          'seconds until all that waited when the worker was killed was done',
        ],
        rows: figures.map((f) => [
          f.engine,
          f.acknowledged,
          f.reports,
          f.events,
          f.deliveries,
          Math.max(0, f.acknowledged - f.reports),
          f.doubled,
          f.recovered.toFixed(1),
        ]),
      },
      {
        head: ['step', 'seconds', ''],
        rows: result.testResults.flatMap((s) => s.assertionResults).map((t) => [t.fullName, (t.duration / 1_000).toFixed(1), t.status]),
      },
    ],
  };
}
