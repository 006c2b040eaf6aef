import { openSync, readFileSync, rmSync, writeSync, closeSync } from 'node:fs';
import { join } from 'node:path';

/** One house per data folder: a lock file with the pid and that process's start time, so that a reused pid is no lock. */
export function takeHouse(dataDir: string): () => void {
  const file = join(dataDir, 'lachan.lock');
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const handle = openSync(file, 'wx', 0o600);
      writeSync(handle, `${process.pid} ${startedAt(process.pid)}`);
      closeSync(handle);
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const [pid, began] = readFileSync(file, 'utf8').split(' ');
      if (startedAt(Number(pid)) === began && began !== '')
        throw new Refusal(`Lá Chắn already runs on the data in ${dataDir} (process ${pid}).`);
      rmSync(file, { force: true });
    }
  }
  throw new Refusal(`Another start on the data in ${dataDir} is under way.`);
}

/** A reason not to start, told in one sentence. */
export class Refusal extends Error {}

/** The kernel's start time of a process (field 22 of /proc/PID/stat), empty when it is gone. */
function startedAt(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
