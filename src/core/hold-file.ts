import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';

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
      const [pid, began] = readFileSync(file, 'utf8').split(' ');
      if (startedAt(Number(pid)) === began && began !== '') return { heldBy: Number(pid) };
      rmSync(file, { force: true });
    }
  }
  return { heldBy: null };
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
