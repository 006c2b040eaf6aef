import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readCsv } from './read-csv.js';
import { LineError, rows, textOf } from './rows.js';
import { WrongUse } from './wrong-use.js';

export interface Labelled {
  text: string;
  label: string;
}
const TABLE = /\.csv$/i;
const LINES = /\.jsonl$/i;
const TRAIN = /(?:^|\P{L})train/iu;

/** The files that a path means: itself, or of a folder those that are named after training, and where none is, all of them. */
export function labelledFiles(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  const files = readdirSync(path)
    .filter((name) => TABLE.test(name) || LINES.test(name))
    .sort();
  const train = files.filter((name) => TRAIN.test(name));
  if (files.length === 0) throw new WrongUse(`${path}: there is no file *.csv or *.jsonl`);
  return (train.length > 0 ? train : files).map((name) => join(path, name));
}

/** Posts with a label: CSV with the columns `text` (or `tweet`) and `label`, or a JSON object a line, {text, label}. */
export async function readLabelled(file: string): Promise<Labelled[]> {
  const posts: Labelled[] = [];
  if (TABLE.test(file)) {
    const [head, ...table] = readCsv(readFileSync(file, 'utf8'));
    const [text, label] = [
      head?.cells.findIndex((c) => /^(?:text|tweet)$/i.test(c)) ?? -1,
      head?.cells.findIndex((c) => /^label$/i.test(c)) ?? -1,
    ];
    if (text < 0 || label < 0) throw new LineError(`${file}:1: the columns "text" (or "tweet") and "label" are needed`);
    for (const { cells, line } of table) {
      if (cells.length !== head.cells.length)
        throw new LineError(`${file}:${line}: ${head.cells.length} columns are needed, there are ${cells.length}`);
      posts.push({ text: cells[text], label: labelIn(cells[label], `${file}:${line}`) });
    }
    return posts;
  }
  for await (const { row, at } of rows(file)) {
    const label = typeof row.label === 'number' ? String(row.label) : textOf(row, 'label', at);
    posts.push({ text: textOf(row, 'text', at), label: labelIn(label, at) });
  }
  return posts;
}
function labelIn(label: string, at: string): string {
  if (label.trim() === '') throw new LineError(`${at}: there is no label`);
  return label.trim();
}
