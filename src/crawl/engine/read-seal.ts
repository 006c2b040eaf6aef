import { createHash } from 'node:crypto';
import { openZip } from './zip.js';

/** What of a package authorities and the log speak about, beside its own hash. */
export interface Seal {
  /** SHA-256 of `datapackage-digest.json`, the bytes that are time-stamped */
  digest: string;
  /** SHA-256 over the public key that signed */
  key: string;
}
const DIGEST = 'datapackage-digest.json';
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export async function readSeal(file: string): Promise<Seal> {
  const zip = await openZip(file);
  try {
    const bytes = await zip.read(DIGEST);
    const { signedData } = JSON.parse(bytes.toString()) as { signedData: { publicKey: string } };
    return { digest: sha256(bytes), key: sha256(Buffer.from(signedData.publicKey, 'base64')) };
  } finally {
    zip.close();
  }
}
