import { createPrivateKey, createPublicKey, sign, X509Certificate, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { PackageSigner } from './package-signer.js';
import { readPkcs12 } from './pkcs12.js';

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g;

/** A signer from a file in PEM (a key, with its certificates if it has any) or PKCS#12; either may be locked by a password. */
export function signerOfFile(file: string, password: string | null): PackageSigner {
  const bytes = readFileSync(file);
  const { key, certificates } = told(file, () => (bytes.includes('-----BEGIN ') ? readPem(bytes, password) : readPkcs12(bytes, password)));
  if (key.asymmetricKeyType !== 'ec' || key.asymmetricKeyDetails?.namedCurve !== 'prime256v1')
    throw new Error(`${file} holds no ECDSA key on P-256, which packages are signed with`);
  const publicKey = createPublicKey(key);
  return {
    publicKey,
    certificates: ordered(certificates, publicKey),
    sign: (data) => Promise.resolve(sign('sha256', data, { key, dsaEncoding: 'ieee-p1363' })),
  };
}

function told<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new Error(`${file} cannot be opened as a key of packages: ${(error as Error).message}`, { cause: error });
  }
}

const readPem = (bytes: Buffer, password: string | null): { key: KeyObject; certificates: X509Certificate[] } => ({
  key: createPrivateKey({ key: bytes, passphrase: password ?? undefined }),
  certificates: [...bytes.toString().matchAll(CERTIFICATE)].map(([pem]) => new X509Certificate(pem)),
});

/** The key's own certificate, then who issued it, and so on; others that a file holds are left out. */
function ordered(certificates: X509Certificate[], key: KeyObject): string[] {
  const chain: X509Certificate[] = [];
  let next = certificates.find((c) => c.publicKey.equals(key));
  while (next && !chain.includes(next)) {
    chain.push(next);
    const last: X509Certificate = next;
    next = certificates.find((c) => c !== last && last.checkIssued(c));
  }
  return chain.map((c) => c.toString());
}
