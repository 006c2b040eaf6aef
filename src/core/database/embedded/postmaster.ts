import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const ORPHANS_MS = 20_000;
const lockOf = (data: string): string => join(data, 'postmaster.pid');

/** Does the server of this cluster run? */
export function runs(data: string): boolean {
  try {
    const status = readFileSync(`/proc/${readFileSync(lockOf(data), 'utf8').split('\n')[0]}/status`, 'utf8');
    return /^Name:\s+postgres/m.test(status) && !/^State:\s+Z/m.test(status);
  } catch {
    return false;
  }
}

export const runningPort = (data: string): number => Number(readFileSync(lockOf(data), 'utf8').split('\n')[3]);

/** A lock left by a killed server names a process that is gone, a zombie, or somebody else. */
export async function dropStaleLock(data: string): Promise<void> {
  if (!existsSync(lockOf(data)) || runs(data)) return;
  for (const end = Date.now() + ORPHANS_MS; orphans(data) && Date.now() < end;) await new Promise((r) => setTimeout(r, 100));
  if (!orphans(data)) rmSync(lockOf(data), { force: true }); // else PostgreSQL itself refuses, and says why
}

/** Backends of a killed server that still touch its files: a second server beside them would damage the data. */
function orphans(data: string): boolean {
  const dir = realpathSync(data);
  return readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid))
    .some((pid) => {
      try {
        return readlinkSync(`/proc/${pid}/cwd`) === dir;
      } catch {
        return false;
      }
    });
}
