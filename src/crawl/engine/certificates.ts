import { createHash, X509Certificate } from 'node:crypto';
import type { Exchange } from './exchange.js';

/** 1.3.6.1.4.1.11129.2.4.2 in DER: the extension with the timestamps of certificate logs (RFC 6962, 3.3) */
const SCTS = Buffer.from('060a2b06010401d679020402', 'hex');
const OCTETS = 0x04;

/** By which name a certificate (base64 of DER) goes: the SHA-256 of its bytes. */
export const fingerprint = (der: string): string => createHash('sha256').update(Buffer.from(der, 'base64')).digest('hex');

/** Every certificate that a server showed, once, by its name. Whoever runs a server made it: what cannot be read is told by its bytes alone. */
export function certificatesOf(exchanges: readonly Exchange[]): Record<string, object> {
  const all = new Set(exchanges.flatMap((e) => e.tls?.chain ?? []));
  return Object.fromEntries([...all].map((der) => [fingerprint(der), factsOf(Buffer.from(der, 'base64'))]));
}

function factsOf(der: Buffer): object {
  const pem = `-----BEGIN CERTIFICATE-----\n${der.toString('base64').replace(/(.{64})(?=.)/g, '$1\n')}\n-----END CERTIFICATE-----\n`;
  try {
    const { subject, issuer, serialNumber, validFrom, validTo } = new X509Certificate(der);
    return { subject, issuer, serialNumber, validFrom, validTo, signedCertificateTimestamps: timestampsIn(der), pem };
  } catch (error) {
    return { unreadable: (error as Error).message.slice(0, 200), pem };
  }
}

/** The value of that extension in base64, as the certificate has it. */
export function timestampsIn(der: Buffer): string | null {
  const at = der.indexOf(SCTS) + SCTS.length;
  if (at < SCTS.length || der[at] !== OCTETS || at + 2 > der.length) return null;
  const long = der[at + 1] & 0x80 ? der[at + 1] & 0x7f : 0;
  if (long > 4 || at + 2 + long > der.length) return null;
  const bytes = long ? der.readUIntBE(at + 2, long) : der[at + 1];
  return der.subarray(at + 2 + long, at + 2 + long + bytes).toString('base64');
}
