import { spawn, type ChildProcess } from 'node:child_process';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { browserHome, removeHome } from '../../core/browser/browser-home.js';
import { CHECKED } from '../../core/table.js';
import { captureLimits } from './limits.js';
import type { Start } from './raw.js';

/** A capture process and the folder of its browser, which opens before the order comes. */
export interface ReadyProcess {
  child: ChildProcess;
  start: Start;
  /** why it could not be started, if it could not */
  failed: Promise<string>;
}
export type Opening = Omit<Start, 'browserHome'>;
const MAIN = join(import.meta.dirname, 'main.js');
const pool: ReadyProcess[] = [];

/** The process that stands ready for such a capture, or a new one. */
export function takeProcess(opening: Opening): ReadyProcess {
  const at = pool.findIndex((ready) => isFor(ready, opening));
  const taken = at < 0 ? startProcess(opening) : pool.splice(at, 1)[0];
  for (const held of heldBy(taken.child)) held?.ref();
  return taken;
}

/** So many stand ready for captures of this kind, and no others; each is replaced after a time, since a browser ages too. They end with this process. */
export function keepReady(opening: Opening, most: number): void {
  for (const other of pool.filter((ready) => !isFor(ready, opening))) void drop(other);
  while (pool.length < most) {
    const ready = startProcess(opening);
    for (const held of heldBy(ready.child)) held?.unref();
    ready.child.once('exit', () => void drop(ready));
    setTimeout(() => {
      if (!pool.includes(ready)) return;
      void drop(ready);
      keepReady(opening, most);
    }, captureLimits.ready_minutes * 60_000).unref();
    pool.push(ready);
  }
}

/** Ends all that stand ready, and leaves nothing of them. */
export async function dropReady(): Promise<void> {
  await Promise.all([...pool].map(drop));
}

async function drop(ready: ReadyProcess): Promise<void> {
  const at = pool.indexOf(ready);
  if (at < 0) return;
  pool.splice(at, 1);
  endGroup(ready.child.pid);
  await removeHome(ready.start.browserHome);
}

const isFor = ({ start: { browserHome: _, ...as } }: ReadyProcess, opening: Opening): boolean => isDeepStrictEqual(as, opening);
const heldBy = ({ stderr, channel }: ChildProcess) => [stderr as Socket | null, channel];

/** With a bare environment. */
function startProcess(opening: Opening): ReadyProcess {
  const { PATH, HOME, LANG } = process.env;
  const child = spawn(process.execPath, ['--no-warnings', MAIN], {
    env: { PATH, HOME, LANG, ...CHECKED },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    detached: true,
  });
  const failed = new Promise<string>((told) => child.once('error', (error) => told(error.message)));
  const start = { ...opening, browserHome: browserHome() };
  child.send(start, () => undefined);
  return { child, start, failed };
}

export function endGroup(pid: number | undefined): void {
  try {
    if (pid) process.kill(-pid, 'SIGKILL');
  } catch {
    /* nobody is left */
  }
}
