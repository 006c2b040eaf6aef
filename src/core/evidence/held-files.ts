import { createHash, randomUUID } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** a folder of data may be shared by machines, whose processes are not known here: what was left for so long nobody holds */
const STRANGERS_MS = 24 * 3_600_000;
const MACHINE = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
const PROCESS = randomUUID().slice(0, 8);
const NAME = /^[a-z]+-([0-9a-f]{8})-(\d+)-([0-9a-f]{8})-/;

/** The name of what lies on the disk only as long as this process needs it. */
export const heldName = (kind: string): string => `${kind}-${MACHINE}-${process.pid}-${PROCESS}-${randomUUID()}`;

/** Removes what killed processes left in a folder where names are such. */
export async function sweepLeft(dir: string): Promise<void> {
  const names = await readdir(dir).catch(() => []);
  for (const name of names) if (await isLeft(dir, name)) await rm(join(dir, name), { recursive: true, force: true });
}

async function isLeft(dir: string, name: string): Promise<boolean> {
  const [, machine, pid, started] = NAME.exec(name) ?? [];
  if (machine === MACHINE) return Number(pid) === process.pid ? started !== PROCESS : !lives(Number(pid));
  const { mtimeMs } = await stat(join(dir, name)).catch(() => ({ mtimeMs: Infinity }));
  return Date.now() - mtimeMs > STRANGERS_MS;
}
function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
