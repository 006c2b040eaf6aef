import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const TRIES = 50;
const PAUSE_MS = 100;

const inUse = new Set<string>();

/** Where a browser of this process may keep its files; what is left of browsers and processes that are gone is removed. */
export function browserHome(): string {
  for (const name of readdirSync(tmpdir())) {
    const pid = /^lachan-browser-(\d+)-/.exec(name)?.[1];
    const left = pid === String(process.pid) ? !inUse.has(join(tmpdir(), name)) : pid && !existsSync(`/proc/${pid}`);
    if (left) rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
  const home = join(tmpdir(), `lachan-browser-${process.pid}-${randomUUID().slice(0, 8)}`);
  inUse.add(home);
  return home;
}

/** A dying browser still writes for a moment, and may make its folder anew: the next browser clears that away. */
export async function removeHome(dir: string): Promise<void> {
  inUse.delete(dir);
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
