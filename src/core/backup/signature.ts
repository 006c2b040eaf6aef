import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BackupFault } from './kept-file.js';
import { readKept } from './open-kept.js';

export const SIGNATURE = 'manifest.sig';
/** By which key a manifest was signed, and who vouches for that key: whoever restores, or nobody but the backup itself. */
export type Signed = { key: string; by: 'key-given' | 'key-of-the-backup' } | null;

const statement = (manifest: string): Buffer =>
  Buffer.from(`lachan-backup-manifest/1\n${createHash('sha256').update(manifest).digest('hex')}\n`);
const idOf = (key: KeyObject): string =>
  createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16);

/** Signs with the key that signs the office's heads; an office that has not signed any yet has none. */
export function signed(dataDir: string, manifest: string): string | null {
  const file = join(dataDir, 'heads', 'head-key.pem');
  if (!existsSync(file)) return null;
  const key = createPrivateKey(readFileSync(file));
  const signature = sign(null, statement(manifest), key).toString('base64');
  return `${JSON.stringify({ key: idOf(createPublicKey(key)), signature })}\n`;
}

/** Refuses a manifest that its signature does not fit, or, where a key is given, that this key did not sign. */
export function checkSignature(dir: string, keyFile?: string): Signed {
  const given = keyFile === undefined ? undefined : readKey(readFileSync(keyFile), keyFile);
  if (!existsSync(join(dir, SIGNATURE))) {
    if (given) throw new BackupFault(`${SIGNATURE} is not there: nothing shows that this backup is the office's own`);
    return null;
  }
  const { key: id, signature } = read(dir);
  const name = `heads/public-${id}.pem`;
  const key = given ?? readKey(readKept(dir, name), name);
  if (idOf(key) !== id) throw new BackupFault(`${SIGNATURE} names the key ${id}, and the key that was taken is ${idOf(key)}`);
  if (!verify(null, statement(readKept(dir, 'manifest.json').toString()), key, Buffer.from(signature, 'base64')))
    throw new BackupFault(`${SIGNATURE} does not fit manifest.json: the key ${id} did not sign this manifest`);
  return { key: id, by: given ? 'key-given' : 'key-of-the-backup' };
}

function read(dir: string): { key: string; signature: string } {
  try {
    const { key, signature } = JSON.parse(readKept(dir, SIGNATURE).toString()) as Record<string, unknown>;
    if (typeof key === 'string' && /^[0-9a-f]{16}$/.test(key) && typeof signature === 'string') return { key, signature };
  } catch (error) {
    if (error instanceof BackupFault) throw error;
  }
  throw new BackupFault(`${SIGNATURE} is no signature`);
}
function readKey(pem: Buffer, name: string): KeyObject {
  try {
    const key = createPublicKey(pem);
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // told below
  }
  throw new BackupFault(`${name} is no public key (Ed25519, PEM)`);
}
