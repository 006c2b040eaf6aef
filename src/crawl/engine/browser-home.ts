import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const TRIES = 50;
const PAUSE_MS = 100;

/** Where a browser of this process may keep its files; folders of processes that were killed are removed. */
export function browserHome(): string {
  for (const name of readdirSync(tmpdir())) {
    const pid = /^lachan-browser-(\d+)-/.exec(name)?.[1];
    if (pid && !existsSync(`/proc/${pid}`)) rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
  return join(tmpdir(), `lachan-browser-${process.pid}-${randomUUID().slice(0, 8)}`);
}

/** A dying browser still writes for a moment. */
export async function removeHome(dir: string): Promise<void> {
  for (let tries = 0; tries < TRIES; tries++) {
    try {
      return await rm(dir, { recursive: true, force: true });
    } catch {
      await new Promise((r) => {
        setTimeout(r, PAUSE_MS);
      });
    }
  }
}
