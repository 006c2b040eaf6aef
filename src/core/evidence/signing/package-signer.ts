import type { KeyObject } from 'node:crypto';
import { statSync } from 'node:fs';
import { lowered } from '../../verification/low-s.js';
import { listKey } from '../package-keys.js';
import { signerOfFile } from './key-file.js';
import { ownKeyFile } from './own-key.js';

/** Signs packages of evidence. A key file and PKCS#12 are such signers; whoever holds the key elsewhere, as a hardware token does, needs this much. */
export interface PackageSigner {
  readonly publicKey: KeyObject;
  /** certificates of the key in PEM, its own first, where it has any */
  readonly certificates: readonly string[];
  /** ECDSA with SHA-256, both numbers in a fixed length (IEEE P1363) */
  sign(bytes: Uint8Array): Promise<Uint8Array>;
}
/** Where the key lies, if it is not the house's own. */
export interface GivenKey {
  file: string | null;
  password: string | null;
}
const OWN_KEY: GivenKey = { file: null, password: null };
export const givenKey = (settings: { packageKeyFile: string | null; packageKeyPassword: string | null }): GivenKey => ({
  file: settings.packageKeyFile,
  password: settings.packageKeyPassword,
});

/** For a start: refuses a setting whose key is not there, does not open or does not fit. */
export function refuseWrongKey({ file, password }: GivenKey): void {
  try {
    if (file !== null) signerOfFile(file, password);
  } catch (error) {
    throw new Error(`Configuration: PACKAGE_KEY_FILE: ${(error as Error).message}`, { cause: error });
  }
}

/** The signer of now: a file that a setting names, or the house's own key, made at its first use. Its public half is listed. */
export function openSigner(keyDir: string, given: GivenKey = OWN_KEY): PackageSigner {
  const file = given.file ?? ownKeyFile(keyDir);
  const signer = signerOfFile(file, given.password);
  listKey(keyDir, signer, statSync(file).mtime);
  return { ...signer, sign: async (bytes) => lowered(await signer.sign(bytes)) };
}
