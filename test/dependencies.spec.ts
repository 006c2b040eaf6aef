import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const read = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8')) as Record<string, Record<string, string>>;
const { dependencies, devDependencies } = read('package.json');
/** Of a package under a second name, the version. */
const bare = (version: string) => version.replace(/^npm:@?[^@]+@/, '');
const wanted = Object.fromEntries(Object.entries({ ...dependencies, ...devDependencies }).map(([name, version]) => [name, bare(version)]));
const record = readFileSync(join(root, 'docs/decisions/0007-dependencies.md'), 'utf8');
const entered = Object.fromEntries(
  [...record.matchAll(/^\| ([@\w][\w@/.-]*) \| (\d[\w.-]*) \| ([\w.-]+|\([\w. -]+\)) \| \S.* \|$/gm)].map(([, name, version, licence]) => [
    name,
    `${version} ${licence}`,
  ]),
);

test('every dependency is entered with its version, licence and reason, and nothing is entered that is not there', () => {
  const installed = Object.entries(wanted).map(([name, version]) => [
    name,
    `${version} ${String(read(`node_modules/${name}/package.json`).license)}`,
  ]);
  expect(entered).toEqual(Object.fromEntries(installed));
});

test('every dependency is pinned to one version', () => {
  expect(Object.entries(wanted).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
});
