import { captureLimits } from './limits.js';
import type { Order } from './raw.js';
import { endGroup, type ReadyProcess } from './ready-process.js';

export const GRACE_MS = 10_000;

/** Runs one capture; the whole process group ends with it. Answers why it ended early, or nothing. */
export function runCapture({ child, failed }: ReadyProcess, order: Order, onProgress?: (line: string) => void): Promise<string> {
  let told = '';
  child.stderr!.on('data', (chunk: Buffer) => {
    told = (told + chunk.toString()).slice(-2_000);
    for (const line of chunk.toString().trim().split('\n')) onProgress?.(line);
  });
  return new Promise((resolve) => {
    const timer = setTimeout(() => endGroup(child.pid), captureLimits.seconds * 1_000 + GRACE_MS);
    void failed.then((says) => {
      clearTimeout(timer);
      resolve(says);
    });
    child.once('exit', (code, signal) => {
      clearTimeout(timer);
      endGroup(child.pid);
      resolve(signal === 'SIGKILL' ? 'its time was up' : code === 0 ? '' : told.trim().split('\n').slice(-3).join(' '));
    });
    child.send(order, (error) => error && endGroup(child.pid));
  });
}
