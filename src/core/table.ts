import { relative } from 'node:path';
import { configFile, projectRoot } from './config.js';
import { readYaml, type Path } from './yaml-file.js';

/** Checks one value of a table; the path leads to the value at fault. */
export type Fault = { path: Path; says: string };

/** Reads a table of `config/`; a fault refuses to start with file and line. */
export function readTable<T>(name: string, faults: (value: T) => Fault[] = () => []): T {
  const file = configFile(name);
  const { value, at } = readYaml(file, relative(projectRoot, file));
  const found = faults(value as T);
  if (found.length > 0) throw new Error(found.map((f) => `${at(f.path)}: ${f.says}`).join('\n'));
  return value as T;
}
