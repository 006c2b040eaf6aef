// The drill of test/journeys/backup.spec.ts on a filled demo office, as a report. `-- backup 5000` waits for so many reports before the first backup.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const mebibytes = (bytes) => `${(bytes / 2 ** 20).toFixed(1)} MiB`;
const seconds = (n) => `${n.toFixed(1)} s`;

export default async function prove([reports = '2000']) {
  await import('../scripts/build.mjs');
  const file = join(tmpdir(), `lachan-backup-${process.pid}.json`);
  const journal = join(tmpdir(), `lachan-backup-${process.pid}.jsonl`);
  spawnSync(
    process.execPath,
    [
      '--import',
      './test/kit/native/register.mjs',
      '--no-warnings',
      join('node_modules', 'jest', 'bin', 'jest.js'),
      'test/journeys/backup',
      '--json',
      `--outputFile=${file}`,
    ],
    {
      cwd: root,
      env: { ...process.env, BACKUP_FIGURES: journal, BACKUP_DEMO: '1', BACKUP_REPORTS: reports },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  const result = JSON.parse(readFileSync(file, 'utf8'));
  const { first, second, back, reportsBefore } = existsSync(journal) ? JSON.parse(readFileSync(journal, 'utf8')) : {};
  for (const path of [file, journal]) rmSync(path, { force: true });
  const made = (name, b) => [
    name,
    b.rows,
    b.head.seq,
    mebibytes(b.bytes),
    `${b.evidence.objects}, ${b.evidence.copied} of them new (${mebibytes(b.evidence.bytesCopied)})`,
    seconds(b.seconds),
  ];
  return {
    title: 'Backup, loss and restore of a busy office',
    holds: result.success && result.numPendingTests === 0,
    says: `A filled demo office is backed up twice while three citizens send reports without pause. Its data folder and its database are deleted, the second backup is restored, and each of the ${reportsBefore ?? 0} receipts given before that backup is asked for.`,
    tables: [
      {
        head: ['backup', 'rows', 'log to event', 'tables and heads, compressed', 'objects of evidence', 'time'],
        rows: first && second ? [made('first', first), made('second', second)] : [],
      },
      {
        head: ['restored rows', 'objects of evidence', 'the log', 'held deliveries', 'time'],
        rows: back
          ? [
              [
                back.rows,
                back.evidenceRestored,
                `holds to event ${back.verdict.sealedTo}, ${back.verdict.heads} signed heads agree`,
                back.held,
                seconds(back.seconds),
              ],
            ]
          : [],
      },
      {
        head: ['step', 'seconds', ''],
        rows: result.testResults.flatMap((s) => s.assertionResults).map((t) => [t.fullName, (t.duration / 1_000).toFixed(1), t.status]),
      },
    ],
  };
}
