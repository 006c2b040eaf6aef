import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { projectRoot } from './project-root.js';

const require = createRequire(import.meta.url);

export type Path = (string | number)[];
/** A YAML file's value, and where in it a value stands: `name:line`. */
export interface YamlFile {
  value: unknown;
  at(path: Path): string;
  /** the build read it already, and nobody edited it since */
  built?: true;
}

/** What the build read already, by the SHA-256 of the text: all tables take a process half a second to parse, and a tenth of that to read so. */
const KNOWN = join(projectRoot, 'dist', 'known-tables');
export const knownAs = (text: string): string => `${createHash('sha256').update(text).digest('hex')}.json`;

/** Reads a YAML file; broken YAML is told with the line. `name` is what people call the file. */
export function readYaml(file: string, name = file): YamlFile {
  const text = readFileSync(file, 'utf8');
  if (file.endsWith('.json')) return jsonFile(text, name);
  const known = join(KNOWN, knownAs(text));
  if (!existsSync(known)) return parseYaml(text, name);
  return { built: true, value: JSON.parse(readFileSync(known, 'utf8')), at: (path) => parseYaml(text, name).at(path) };
}

/** JSON is YAML too, but a model of many weights takes seconds to be read as that; only where something is wrong are its lines looked for. */
function jsonFile(text: string, name: string): YamlFile {
  try {
    return { value: JSON.parse(text), at: (path) => parseYaml(text, name).at(path) };
  } catch (error) {
    parseYaml(text, name);
    throw new Error(`${name}: ${(error as Error).message}`);
  }
}

/** Seldom needed in a built house, so what reads YAML is loaded only then. */
export function parseYaml(text: string, name: string): YamlFile {
  const { LineCounter, parseDocument } = require('yaml') as typeof import('yaml');
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const line = (offset: number) => `${name}:${lines.linePos(offset).line}`;
  if (document.errors.length > 0) throw new Error(`${line(document.errors[0].pos[0])}: ${document.errors[0].message.split('\n')[0]}`);
  const offsetOf = (path: Path): number => {
    for (let depth = path.length; depth > 0; depth--) {
      const node = document.getIn(path.slice(0, depth), true) as { range?: [number, number, number] } | undefined;
      if (node?.range) return node.range[0];
    }
    return 0;
  };
  return { value: document.toJS(), at: (path) => line(offsetOf(path)) };
}
