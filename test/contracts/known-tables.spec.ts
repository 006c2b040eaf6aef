import { describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { readSettings as settings } from '../../src/core/config.js';
import { knownAs, parseYaml, type readYaml } from '../../src/core/yaml-file.js';

const CONFIG = join(import.meta.dirname, '..', '..', 'config');
const KNOW = pathToFileURL(join(CONFIG, '..', 'scripts', 'know-tables.mjs')).href;
const BUILT = process.env.TEST_SERVER_CODE!;
const CORE = join(BUILT, 'src', 'core');
const tables = readdirSync(CONFIG, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));
const built = async () => (await import(pathToFileURL(join(CORE, 'yaml-file.js')).href)) as { readYaml: typeof readYaml };

describe('the tables as the build read them', () => {
  test.each(tables)('%s is known, and says what its YAML says', (name) => {
    const text = readFileSync(join(CONFIG, name), 'utf8');
    expect(JSON.parse(readFileSync(join(BUILT, 'known-tables', knownAs(text)), 'utf8'))).toEqual(parseYaml(text, name).value);
  });
  test('are told with the line of each of their values', async () => {
    const { readYaml } = await built();
    const { value, at } = readYaml(join(CONFIG, 'topics.yaml'), 'topics.yaml');
    const [first] = Object.keys(value as object);
    expect(at([first])).toMatch(/^topics\.yaml:\d+$/);
    expect(at([first])).toBe(parseYaml(readFileSync(join(CONFIG, 'topics.yaml'), 'utf8'), 'topics.yaml').at([first]));
  });
  test('are read as YAML only where something is wrong: settings that are right ask for no place', async () => {
    const { readSettings } = (await import(pathToFileURL(join(CORE, 'config.js')).href)) as { readSettings: typeof settings };
    const dir = mkdtempSync(join(tmpdir(), 'lachan-table-'));
    const noYaml = `port: [ # ${dir}`;
    const known = join(BUILT, 'known-tables', knownAs(noYaml));
    try {
      const file = join(dir, 'own.yaml');
      writeFileSync(file, noYaml);
      writeFileSync(known, '{ "port": 5001 }');
      expect(readSettings({ LACHAN_CONFIG: file }).port).toBe(5001);
      writeFileSync(known, '{ "port": "none" }');
      expect(() => readSettings({ LACHAN_CONFIG: file })).toThrow(/own\.yaml:1: /);
    } finally {
      rmSync(known, { force: true });
      rmSync(dir, { recursive: true });
    }
  });
  test.each<[string, NodeJS.ProcessEnv, string]>([
    ['every table is checked', {}, 'topics.yaml edited.yaml'],
    ['whose parent checked them, only what was edited since the build', { LACHAN_TABLES: 'checked' }, 'edited.yaml'],
  ])('in a process, %s', (_, told, names) => {
    const dir = mkdtempSync(join(tmpdir(), 'lachan-table-'));
    try {
      cpSync(join(CONFIG, 'topics.yaml'), join(dir, 'topics.yaml'));
      writeFileSync(join(dir, 'edited.yaml'), `edited: ${dir}\n`);
      const script = `import { openTable } from ${JSON.stringify(pathToFileURL(join(CORE, 'table.js')).href)};
        for (const name of ['topics.yaml', 'edited.yaml'])
          openTable(name, () => (console.log(name), []), ${JSON.stringify(dir)});`;
      const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
        env: { PATH: process.env.PATH, ...told },
        encoding: 'utf8',
      });
      expect(stdout.split('\n').join(' ').trim()).toBe(names);
    } finally {
      rmSync(dir, { recursive: true });
    }
  });
  test('a broken one stops no build: the start tells of it, with its line', async () => {
    const dir = mkdtempSync(join(CONFIG, '..', '.cache', 'test-tables-')); // below the packages
    try {
      mkdirSync(join(dir, 'src', 'core'), { recursive: true });
      mkdirSync(join(dir, 'config'));
      for (const file of ['yaml-file.js', 'project-root.js']) cpSync(join(CORE, file), join(dir, 'src', 'core', file));
      writeFileSync(join(dir, 'package.json'), '{ "type": "module" }');
      writeFileSync(join(dir, 'config', 'whole.yaml'), 'a: 1\n');
      writeFileSync(join(dir, 'config', 'broken.yaml'), 'a: 1\nb: [\n');
      const built = spawnSync(process.execPath, [
        '--input-type=module',
        '-e',
        `import('${KNOW}').then((m) => m.knowTables('${dir}', '${dir}'))`,
      ]);
      expect([built.status, readdirSync(join(dir, 'known-tables'))]).toEqual([0, [knownAs('a: 1\n')]]);
    } finally {
      rmSync(dir, { recursive: true });
    }
  });
  test('one that was edited since is read from its YAML, and a broken one is told with its line', async () => {
    const { readYaml } = await built();
    const dir = mkdtempSync(join(tmpdir(), 'lachan-table-'));
    try {
      const file = join(dir, 'edited.yaml');
      writeFileSync(file, `${readFileSync(join(CONFIG, 'topics.yaml'), 'utf8')}\nthem-sau: 1\n`);
      expect(readYaml(file).value).toHaveProperty('them-sau', 1);
      writeFileSync(file, 'a: 1\nb: [\n');
      expect(() => readYaml(file, 'edited.yaml')).toThrow(/^edited\.yaml:\d/);
    } finally {
      rmSync(dir, { recursive: true });
    }
  });
});
