import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listKey } from '../../core/evidence/package-keys.js';

/** The office's key for packages (ECDSA P-256), made at its first use; its public half is listed beside it. */
export function signingKey(keyDir: string): KeyObject {
  const file = join(keyDir, 'packages.pem');
  if (!existsSync(file)) {
    mkdirSync(join(keyDir, '..'), { recursive: true });
    mkdirSync(keyDir, { recursive: true, mode: 0o700 });
    try {
      writeFileSync(file, generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }), {
        mode: 0o600,
        flag: 'wx',
      });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  const key = createPrivateKey(readFileSync(file));
  listKey(keyDir, createPublicKey(key), statSync(file).mtime);
  return key;
}

/** WACZ signing 0.1.0, anonymous form: over the text of the manifest's hash. */
export function signedData(hash: string, key: KeyObject, software: string, created: string): Record<string, string> {
  return {
    hash,
    created,
    software,
    version: '0.1.0',
    signature: sign('sha256', Buffer.from(hash), { key, dsaEncoding: 'ieee-p1363' }).toString('base64'),
    publicKey: createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64'),
  };
}
