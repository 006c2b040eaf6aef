// Everything that proves a tree: types, lint, build, then all suites. The last line counts what passed and failed.
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const bin = (path, ...args) => [join('node_modules', path), ...args];
// most of what suites make is gone before so large a nursery is full; with the usual one a tenth of their work was to copy what was not
const jest = (...args) => [
  ...['--max-semi-space-size=64', '--import', './test/kit/native/register.mjs', '--no-warnings'],
  ...bin('jest/bin/jest.js', ...args),
];
const count = { passed: 0, failed: 0, skipped: 0 };

/** Runs node with these arguments; what it says is kept together when others run beside it. */
function run(name, args, beside) {
  const started = Date.now();
  if (!beside) console.log(`\n— ${name}`);
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', beside ? 'pipe' : 'inherit', beside ? 'pipe' : 'inherit'] });
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => said.push(chunk));
    child.once('close', (status) => {
      if (beside) console.log(`\n— ${name}\n${Buffer.concat(said)}`.trimEnd());
      console.log(`  ${((Date.now() - started) / 1000).toFixed(0)} s`);
      resolve(status);
    });
  });
}

async function check(name, args) {
  count[(await run(name, args, true)) === 0 ? 'passed' : 'failed'] += 1;
}

async function suites(name, ...extra) {
  const report = join(tmpdir(), `lachan-tests-${process.pid}.json`);
  const status = await run(name, jest('--json', `--outputFile=${report}`, ...extra), false);
  try {
    const result = JSON.parse(readFileSync(report, 'utf8'));
    count.passed += result.numPassedTests;
    count.failed += result.numFailedTests + result.numRuntimeErrorTestSuites;
    count.skipped += result.numPendingTests + result.numTodoTests;
    if (status !== 0 && result.success) count.failed += 1;
  } catch {
    count.failed += 1;
  }
  rmSync(report, { force: true });
}

await Promise.all([
  check('types', bin('typescript-7/bin/tsc', '--noEmit', '-p', 'tsconfig.json'))
    .then(() => check('types of the console', bin('typescript-7/bin/tsc', '--noEmit', '-p', 'web/tsconfig.json')))
    .then(() => check('lint', bin('oxlint/bin/oxlint', '--type-aware', '--deny-warnings'))),
  check('form', bin('oxfmt/bin/oxfmt', '--check', '.')).then(() => check('build', ['scripts/build.mjs'])),
]);
const asked = process.argv.slice(2);
const some = asked.length > 0 ? ['--passWithNoTests', ...asked] : [];
// a third of what a suite does is to wait: three at a time fill two cores, and none waits so long for them that it takes a busy machine for a fault
await suites('rules, contracts and journeys', '--maxWorkers=3', ...some);
console.log(`${count.passed} passed, ${count.failed} failed${count.skipped ? `, ${count.skipped} skipped` : ''}`);
process.exit(count.failed === 0 ? 0 : 1);
