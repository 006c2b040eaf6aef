import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { freePort } from '../../free-port.js';
import { passable, type RunAs } from './binaries.js';

/** PostgreSQL's own folder; elsewhere, and always the same elsewhere, when its user cannot pass to the wanted one. */
export function homeFor(dir: string, as: RunAs): { home: string; movedFrom: string | null } {
  const wanted = resolve(dir);
  mkdirSync(wanted, { recursive: true });
  const moved = as.uid !== undefined && !passable(join(wanted, '..'));
  const home = moved ? join('/var/tmp', `lachan-${createHash('sha256').update(wanted).digest('hex').slice(0, 12)}`) : wanted;
  mkdirSync(home, { recursive: true });
  if (as.uid !== undefined) chownSync(home, as.uid, as.gid!);
  chmodSync(home, 0o700);
  return { home, movedFrom: moved ? wanted : null };
}

/** A password that is made once and stays with the data. */
export function secret(home: string, name: string, as: RunAs): string {
  const file = join(home, `${name}.secret`);
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
  if (as.uid !== undefined) chownSync(file, as.uid, as.gid!);
  return readFileSync(file, 'utf8');
}

/** The port of last time if it is free, else a free one, remembered. */
export async function portFor(home: string): Promise<number> {
  const file = join(home, 'port');
  const last = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  const port = (await freePort(last)) ?? (await freePort(0))!;
  writeFileSync(file, String(port));
  return port;
}
