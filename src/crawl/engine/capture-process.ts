import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { captureLimits } from './limits.js';
import type { Order } from './raw.js';

const GRACE_MS = 10_000;
const MAIN = join(import.meta.dirname, 'main.js');

/** Runs the capture process with a bare environment; its whole process group ends with it. Answers why it ended early, or nothing. */
export function runCapture(order: Order, onProgress?: (line: string) => void): Promise<string> {
  const { PATH, HOME, CHROMIUM_PATH, LANG } = process.env;
  const child = spawn(process.execPath, ['--no-warnings', MAIN, JSON.stringify(order)], {
    env: { PATH, HOME, LANG, ...(CHROMIUM_PATH ? { CHROMIUM_PATH } : {}) },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    detached: true,
  });
  let told = '';
  child.stderr!.on('data', (chunk: Buffer) => {
    told = (told + chunk.toString()).slice(-2_000);
    for (const line of chunk.toString().trim().split('\n')) onProgress?.(line);
  });
  return new Promise((resolve) => {
    const timer = setTimeout(() => endGroup(child.pid!), captureLimits.seconds * 1_000 + GRACE_MS);
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => {
      clearTimeout(timer);
      endGroup(child.pid!);
      resolve(signal === 'SIGKILL' ? 'its time was up' : code === 0 ? '' : told.trim().split('\n').slice(-3).join(' '));
    });
  });
}

function endGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    /* nobody is left */
  }
}
