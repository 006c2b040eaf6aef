// Random walks of the people of offices over the API, as many offices at a time as the machine has cores, as a report. `-- walks --walks 250 --seed 1` runs a part.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const root = join(import.meta.dirname, '..');
/** So many walks in one office: the public log is read anew after each. */
const IN_ONE_OFFICE = 50;

export default async function prove(args) {
  const { values } = parseArgs({ args, options: { walks: { type: 'string', default: '2000' }, seed: { type: 'string', default: '1' } } });
  const [walks, seed] = [Number(values.walks), Number(values.seed)];
  const [acts, checks] = [new Map(), new Map()];
  let [begun, done, offices, failed] = [0, 0, 0, null];
  const oneAfterAnother = async () => {
    while (begun < walks && !failed) {
      const size = Math.min(IN_ONE_OFFICE, walks - begun);
      begun += size;
      const part = await run(size, seed + offices++);
      done += part.walks;
      add(acts, checks, part);
      if (!part.success) failed = part.says;
      console.error(`${done} of ${walks} walks`);
    }
  };
  await Promise.all(cpus().map(oneAfterAnother));
  const sum = (of) => [...acts.values()].reduce((n, act) => n + of(act), 0);
  const tried = sum((act) => act.tried);
  const accepted = sum((act) => act.accepted);
  const held = [...checks.values()].reduce((n, times) => n + times, 0);
  return {
    title: 'Random walks of the people of an office',
    holds: failed === null && done === walks,
    says: `${done} walks in ${offices} offices (seeds ${seed} to ${seed + offices - 1}) tried ${tried} acts, of which ${accepted} were taken and ${tried - accepted} refused; ${held} times the office was held against the walk's own books: ${failed ? `a breach. ${failed}` : '0 breaches.'}`,
    tables: [
      {
        head: ['act', 'tried', 'taken', 'refused, by answer'],
        rows: [...acts].sort().map(([name, act]) => [name, act.tried, act.accepted, refusals(act)]),
      },
      {
        head: ['what was held', 'times', 'breaches'],
        rows: [...checks].sort().map(([what, times]) => [what, times, failed?.startsWith(what) ? 1 : 0]),
      },
    ],
  };
}
const refusals = ({ refused }) =>
  Object.entries(refused)
    .sort(([, a], [, b]) => b - a)
    .map(([code, n]) => `${code}: ${n}`)
    .join(', ');

/** One office of its own, in a process of its own. */
async function run(walks, seed) {
  const [books, result] = ['books', 'result'].map((name) => join(tmpdir(), `lachan-walks-${process.pid}-${seed}-${name}.json`));
  const jest = ['--import', './test/kit/native/register.mjs', '--no-warnings', join('node_modules', 'jest', 'bin', 'jest.js')];
  const child = spawn(process.execPath, [...jest, 'test/contracts/walks.spec.ts', '--json', `--outputFile=${result}`], {
    cwd: root,
    env: { ...process.env, WALKS: String(walks), WALKS_SEED: String(seed), WALKS_BOOKS: books },
    stdio: 'ignore',
  });
  await once(child, 'exit');
  const read = (file, otherwise) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : otherwise);
  const { success, testResults } = read(result, { success: false, testResults: [] });
  const kept = read(books, { walks: 0, acts: {}, checks: {} });
  for (const file of [books, result]) rmSync(file, { force: true });
  const says = /(?:Cause:|Got error:)\s*([^\n]*)/.exec(testResults[0]?.message ?? '')?.[1] ?? 'the run did not end';
  return { ...kept, success, says: `${says} (seed ${seed})` };
}

function add(acts, checks, part) {
  for (const [name, { tried, accepted, refused }] of Object.entries(part.acts)) {
    const known = acts.get(name) ?? { tried: 0, accepted: 0, refused: {} };
    known.tried += tried;
    known.accepted += accepted;
    for (const [code, n] of Object.entries(refused)) known.refused[code] = (known.refused[code] ?? 0) + n;
    acts.set(name, known);
  }
  for (const [what, n] of Object.entries(part.checks)) checks.set(what, (checks.get(what) ?? 0) + n);
}
