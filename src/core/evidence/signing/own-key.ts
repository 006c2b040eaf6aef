import { generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const newKey = (): string | Buffer =>
  generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' });

/** The file of the house's own key, made if there is none. */
export function ownKeyFile(keyDir: string): string {
  const file = join(keyDir, 'packages.pem');
  if (existsSync(file)) return file;
  mkdirSync(join(keyDir, '..'), { recursive: true });
  mkdirSync(keyDir, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(file, newKey(), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return file;
}

/** Puts a new key in the place of the old one, whose private half is gone then: what it signed needs only its public half. */
export function replaceOwnKey(keyDir: string): void {
  const file = ownKeyFile(keyDir);
  rmSync(`${file}.new`, { force: true });
  writeFileSync(`${file}.new`, newKey(), { mode: 0o600, flag: 'wx', flush: true });
  renameSync(`${file}.new`, file);
}
