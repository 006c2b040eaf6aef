import { createPublicKey, verify } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { FitsEd25519 } from './receipt/verify-receipt.js';
import { certificatesIn, type Certificate } from './stamp/certificate.js';

/** All root certificates of a folder of PEM files, or of one such file. */
export function rootsIn(path: string): Certificate[] {
  const files = statSync(path).isDirectory()
    ? readdirSync(path)
        .filter((f) => /\.(pem|crt|cer)$/i.test(f))
        .sort()
        .map((f) => join(path, f))
    : [path];
  const roots = files.flatMap((file) => certificatesIn(readFileSync(file, 'utf8')));
  if (roots.length === 0) throw new Error(`There is no certificate in PEM in ${path}`);
  return roots;
}

/** The roots that the settings name, or null where they name none. */
export const rootsOf = ({ timestampRoots }: { timestampRoots: string | null }): Certificate[] | null =>
  timestampRoots === null ? null : rootsIn(existing(timestampRoots));

function existing(path: string): string {
  if (!existsSync(path)) throw new Error(`TIMESTAMP_ROOTS names ${path}, and there is no such folder`);
  return path;
}

/** By this program's own OpenSSL, which every version of it has. */
export const fitsEd25519: FitsEd25519 = (key, signature, signed) =>
  Promise.resolve(verify(null, signed, createPublicKey({ key: Buffer.from(key), format: 'der', type: 'spki' }), signature));
