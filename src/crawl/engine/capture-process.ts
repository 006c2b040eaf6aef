import { spawn, type ChildProcess } from 'node:child_process';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { captureLimits } from './limits.js';
import type { Order } from './raw.js';

export const GRACE_MS = 10_000;
const MAIN = join(import.meta.dirname, 'main.js');
/** A process that has started, without a browser, and waits for its order; it ends with this process. */
let ready: ChildProcess | null = null;

/** Starts the process of the next capture ahead of its order. */
export function prepareCapture(): void {
  if (ready) return;
  const child = start();
  const forget = () => {
    if (ready === child) ready = null;
  };
  child.once('exit', forget);
  child.once('error', forget);
  for (const held of [child, child.channel, child.stderr as Socket]) held?.unref();
  ready = child;
}

/** Runs one capture; the whole process group ends with it. Answers why it ended early, or nothing. */
export function runCapture(order: Order, onProgress?: (line: string) => void): Promise<string> {
  const child = ready ?? start();
  ready = null;
  for (const held of [child, child.channel, child.stderr as Socket]) held?.ref();
  let told = '';
  child.stderr!.on('data', (chunk: Buffer) => {
    told = (told + chunk.toString()).slice(-2_000);
    for (const line of chunk.toString().trim().split('\n')) onProgress?.(line);
  });
  return new Promise((resolve) => {
    const timer = setTimeout(() => endGroup(child.pid), captureLimits.seconds * 1_000 + GRACE_MS);
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => {
      clearTimeout(timer);
      endGroup(child.pid);
      resolve(signal === 'SIGKILL' ? 'its time was up' : code === 0 ? '' : told.trim().split('\n').slice(-3).join(' '));
    });
    child.send(order, (error) => error && endGroup(child.pid));
  });
}

/** With a bare environment. */
function start(): ChildProcess {
  const { PATH, HOME, LANG } = process.env;
  return spawn(process.execPath, ['--no-warnings', MAIN], {
    env: { PATH, HOME, LANG },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    detached: true,
  });
}

function endGroup(pid: number | undefined): void {
  try {
    if (pid) process.kill(-pid, 'SIGKILL');
  } catch {
    /* nobody is left */
  }
}
