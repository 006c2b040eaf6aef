import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { configFile, projectRoot } from './config.js';
import { readYaml, type Path } from './yaml-file.js';

/** Checks one value of a table; the path leads to the value at fault. */
export type Fault = { path: Path; says: string };
/** A table with the place of each of its values, for faults that show only beside other tables. */
export interface Table<T> {
  file: string;
  value: T;
  at(path: Path): string;
}
/** Says to a process that the one which started it has checked the same tables. */
export const CHECKED = { LACHAN_TABLES: 'checked' };
const checked = process.env.LACHAN_TABLES === CHECKED.LACHAN_TABLES;
type Check<T> = (value: T, file: string) => Fault[];

/** Reads a table of `config/`; a fault refuses to start with file and line. */
export function readTable<T>(name: string, faults: Check<T> = () => []): T {
  return openTable(name, faults).value;
}

/** The same, with the places of its values. `root` is where the tables lie. */
export function openTable<T>(name: string, faults: Check<T> = () => [], root = configFile('')): Table<T> {
  const file = join(root, name);
  const inside = relative(projectRoot, file);
  const { value, at, built } = readYaml(file, inside.startsWith('..') ? file : inside);
  if (!(checked && built)) refuse(faults(value as T, name).map((f) => `${at(f.path)}: ${f.says}`));
  return { file: name, value: value as T, at };
}

/** Every table of a folder of `config/`, in the order of their names. */
export function openTables<T>(dir: string, pattern: RegExp, faults: Check<T> = () => [], root = configFile('')): Table<T>[] {
  return readdirSync(join(root, dir))
    .filter((f) => pattern.test(f))
    .sort()
    .map((f) => openTable<T>(`${dir}/${f}`, faults, root));
}

/** Stops the start where something was found. */
export function refuse(found: string[]): void {
  if (found.length > 0) throw new Error(found.join('\n'));
}
