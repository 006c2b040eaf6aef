// The tables of config/ as JSON in dist/, each under the hash of its text; a table that was edited since is read from its YAML.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';

export async function knowTables(root, out) {
  const { knownAs, parseYaml } = await import(pathToFileURL(join(out, 'src', 'core', 'yaml-file.js')).href);
  mkdirSync(join(out, 'known-tables'));
  const config = join(root, 'config');
  for (const file of readdirSync(config, { recursive: true }).filter((name) => name.endsWith('.yaml'))) {
    const text = readFileSync(join(config, file), 'utf8');
    const json = asJson(() => parseYaml(text, file).value);
    if (json) writeFileSync(join(out, 'known-tables', knownAs(text)), json);
  }
}

/** Null for what JSON cannot say, and for what is broken: the start reads its YAML, and tells the line. */
function asJson(read) {
  try {
    const value = read();
    const json = JSON.stringify(value);
    return isDeepStrictEqual(JSON.parse(json), value) ? json : null;
  } catch {
    return null;
  }
}
