import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { LineCounter, parseDocument, type Document } from 'yaml';
import { configFile, projectRoot } from './config.js';

/** Checks one value of a table; the path leads to the value at fault. */
export type Fault = { path: (string | number)[]; says: string };

/** Reads a table of `config/`; a fault refuses to start with file and line. */
export function readTable<T>(name: string, faults: (value: T) => Fault[] = () => []): T {
  const file = configFile(name);
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines, uniqueKeys: true });
  const at = (offset: number) => `${relative(projectRoot, file)}:${lines.linePos(offset).line}`;
  if (document.errors.length > 0) throw new Error(`${at(document.errors[0].pos[0])}: ${document.errors[0].message.split('\n')[0]}`);
  const value = document.toJS() as T;
  const found = faults(value);
  if (found.length > 0) throw new Error(found.map((f) => `${at(offsetOf(document, f.path))}: ${f.says}`).join('\n'));
  return value;
}

function offsetOf(document: Document, path: (string | number)[]): number {
  for (let depth = path.length; depth > 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true) as { range?: [number, number, number] } | undefined;
    if (node?.range) return node.range[0];
  }
  return 0;
}
