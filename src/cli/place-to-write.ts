import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { WrongUse } from './wrong-use.js';

/** Refuses a place where nothing can be written, or that holds what is read, before any work is done. */
export function placeToWrite(out: string, read: readonly (string | undefined)[] = []): void {
  if (out === '-') return;
  if (!existsSync(dirname(out))) throw new WrongUse(`There is no folder ${dirname(out)} to write ${out} in`);
  const there = statSync(out, { throwIfNoEntry: false });
  if (there?.isDirectory()) throw new WrongUse(`${out} is a folder; a file is needed`);
  if (!there?.isFile()) return;
  for (const file of read) {
    const other = file === undefined || file === '-' ? undefined : statSync(file, { throwIfNoEntry: false });
    if (other?.ino === there.ino && other.dev === there.dev) throw new WrongUse(`${out} is read by this command, and would be lost`);
  }
}
