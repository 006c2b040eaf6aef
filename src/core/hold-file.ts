import { closeSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';

/** a lock is empty between its making and its writing */
const WRITING_MS = 2_000;

/** Holds a lock file with this process's id and start time, so that a reused id is no lock; else tells the id of who holds it. */
export function holdFile(file: string): { release: () => void } | { heldBy: number | null } {
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const handle = openSync(file, 'wx', 0o600);
      writeSync(handle, `${process.pid} ${startedAt(process.pid)}`);
      closeSync(handle);
      return { release: () => rmSync(file, { force: true }) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const { text, age } = found(file);
      const [pid, began] = text.split(' ');
      if (startedAt(Number(pid)) === began && began !== '') return { heldBy: Number(pid) };
      if (text === '' && age < WRITING_MS) return { heldBy: null };
      rmSync(file, { force: true });
    }
  }
  return { heldBy: null };
}

/** What a lock says and how old it is; one that was let go in this moment says nothing and is as old as can be. */
function found(file: string): { text: string; age: number } {
  try {
    return { text: readFileSync(file, 'utf8'), age: Date.now() - statSync(file).mtimeMs };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return { text: '', age: Infinity };
  }
}

/** The kernel's start time of a process (field 22 of /proc/PID/stat), empty when it is gone. */
function startedAt(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
