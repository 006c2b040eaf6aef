import { describe, expect, test } from '@jest/globals';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { knownAs, parseYaml, type readYaml } from '../../src/core/yaml-file.js';

const CONFIG = join(import.meta.dirname, '..', '..', 'config');
const CORE = join(process.env.TEST_SERVER_CODE!, 'src', 'core');
const tables = readdirSync(CONFIG, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));
const built = async () => (await import(pathToFileURL(join(CORE, 'yaml-file.js')).href)) as { readYaml: typeof readYaml };

describe('the tables as the build read them', () => {
  test.each(tables)('%s is known, and says what its YAML says', (name) => {
    const text = readFileSync(join(CONFIG, name), 'utf8');
    expect(JSON.parse(readFileSync(join(CORE, 'known-tables', knownAs(text)), 'utf8'))).toEqual(parseYaml(text, name).value);
  });
  test('are told with the line of each of their values', async () => {
    const { readYaml } = await built();
    const { value, at } = readYaml(join(CONFIG, 'topics.yaml'), 'topics.yaml');
    const [first] = Object.keys(value as object);
    expect(at([first])).toMatch(/^topics\.yaml:\d+$/);
    expect(at([first])).toBe(parseYaml(readFileSync(join(CONFIG, 'topics.yaml'), 'utf8'), 'topics.yaml').at([first]));
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
