import type { PackageSigner } from './package-signer.js';

/** WACZ signing 0.1.0, anonymous form: over the text of the manifest's hash. */
export async function signedData(hash: string, signer: PackageSigner, software: string, created: string): Promise<Record<string, string>> {
  return {
    hash,
    created,
    software,
    version: '0.1.0',
    signature: Buffer.from(await signer.sign(Buffer.from(hash))).toString('base64'),
    publicKey: signer.publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
  };
}
