import { constants, createReadStream, lstatSync, openSync, readFileSync, fstatSync, closeSync, type ReadStream } from 'node:fs';
import { dirname, join } from 'node:path';
import { BackupFault } from './kept-file.js';

/** Opens a file of a backup: a plain file in plain folders. A link would lead a restore to whatever else lies on the machine. */
export function openKept(dir: string, file: string): number {
  try {
    for (let path = file; path !== '.'; path = dirname(path))
      if (lstatSync(join(dir, path)).isSymbolicLink()) throw new BackupFault(`${file} is a link: a backup holds plain files only`);
    const opened = openSync(join(dir, file), constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    if (fstatSync(opened).isFile()) return opened;
    closeSync(opened);
  } catch (error) {
    if (error instanceof BackupFault) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    throw new BackupFault(code === 'ENOENT' ? `${file} is not there` : `${file} cannot be read: ${message}`);
  }
  throw new BackupFault(`${file} is no plain file`);
}
export const streamKept = (dir: string, file: string): ReadStream => createReadStream('', { fd: openKept(dir, file) });
export function readKept(dir: string, file: string): Buffer {
  const opened = openKept(dir, file);
  try {
    return readFileSync(opened);
  } finally {
    closeSync(opened);
  }
}
