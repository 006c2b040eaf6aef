// Everything that proves a tree: types, lint, build, then all suites. The last line counts what passed and failed.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const bin = (path, ...args) => [process.execPath, ['--experimental-vm-modules', '--no-warnings', join('node_modules', path), ...args]];
const count = { passed: 0, failed: 0, skipped: 0 };

function check(name, [command, args]) {
  console.log(`\n— ${name}`);
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  count[status === 0 ? 'passed' : 'failed'] += 1;
}

function suites(name, ...extra) {
  console.log(`\n— ${name}`);
  const report = join(tmpdir(), `lachan-tests-${process.pid}.json`);
  const [command, args] = bin('jest/bin/jest.js', '--json', `--outputFile=${report}`, ...extra);
  const { status } = spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
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

check('types', bin('typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json'));
check('types of the console', bin('typescript/bin/tsc', '--noEmit', '-p', 'web/tsconfig.json'));
check('lint', bin('eslint/bin/eslint.js', '.'));
check('form', bin('prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'));
check('build', [process.execPath, ['scripts/build.mjs']]);
const asked = process.argv.slice(2);
const some = asked.length > 0 ? ['--passWithNoTests', ...asked] : [];
suites('rules and contracts', '--selectProjects', 'rules', 'contracts', '--maxWorkers=2', ...some);
// each journey has a house of its own with browsers: two at once would measure each other
suites('journeys', '--selectProjects', 'journeys', '--runInBand', ...some);
console.log(`${count.passed} passed, ${count.failed} failed${count.skipped ? `, ${count.skipped} skipped` : ''}`);
process.exit(count.failed === 0 ? 0 : 1);
