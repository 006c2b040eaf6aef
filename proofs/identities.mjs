// Invented people planted wherever somebody may write, and looked for wherever the public, the log or the queue could show them. `-- identities 200`
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

export default async function prove([people = '200', seed = '1']) {
  const [file, figures] = ['result', 'figures'].map((name) => join(tmpdir(), `lachan-identities-${process.pid}-${name}.json`));
  const jest = ['--import', './test/kit/native/register.mjs', '--no-warnings', join('node_modules', 'jest', 'bin', 'jest.js')];
  spawnSync(process.execPath, [...jest, 'test/contracts/planted-identities.spec.ts', '--json', `--outputFile=${file}`], {
    cwd: root,
    env: { ...process.env, IDENTITIES: people, IDENTITIES_SEED: seed, IDENTITIES_FOUND: figures },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const result = JSON.parse(readFileSync(file, 'utf8'));
  const found = JSON.parse(readFileSync(figures, 'utf8'));
  for (const path of [file, figures]) rmSync(path, { force: true });
  const searched = Object.entries(found.searched);
  const out = searched.reduce((n, [, { out }]) => n + out, 0);
  return {
    title: 'Planted identities',
    holds: result.success && result.numPendingTests === 0 && out === 0,
    says: `${found.people} invented people (${found.tokens} names, numbers, addresses) were planted through ${Object.keys(found.doors).length} doors, in whole flows, and looked for in every spelling: ${found.tokens} tried, ${out} let out.`,
    tables: [
      {
        head: ['looked through', 'texts', 'characters', 'let out'],
        rows: searched.map(([kind, s]) => [kind, s.texts, s.characters, s.out]),
      },
      { head: ['door', 'people'], rows: Object.entries(found.doors) },
      { head: ['step', ''], rows: result.testResults.flatMap((s) => s.assertionResults).map((t) => [t.fullName, t.status]) },
    ],
  };
}
