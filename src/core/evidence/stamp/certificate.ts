import { hexOf, insideOf, integerOf, oidOf, readDer, TAG, timeOf, valueOf, type Bytes, type Der } from './der.js';
import { digest } from './signature.js';

export interface Certificate {
  der: Bytes;
  /** what its issuer signed */
  signed: Bytes;
  algorithm: Der;
  signature: Bytes;
  serial: string;
  issuer: Bytes;
  subject: Bytes;
  /** its subject as one reads it */
  name: string;
  notBefore: Date;
  notAfter: Date;
  key: Der;
  extensions: Map<string, { critical: boolean; value: Bytes }>;
}
const NAMES = ['2.5.4.3', '2.5.4.10', '2.5.4.11']; // common name, organisation, unit
const BEGIN = /-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/g;

/** All certificates of a text in PEM. */
export const certificatesIn = (pem: string): Certificate[] =>
  [...pem.matchAll(BEGIN)].map(([, base64]) => readCertificate(Uint8Array.from(atob(base64.replace(/\s/g, '')), (c) => c.charCodeAt(0))));

export function readCertificate(der: Bytes): Certificate {
  const [body, algorithm, bits] = insideOf(readDer(der));
  const fields = insideOf(body);
  if (fields[0]?.tag === 0xa0) fields.shift(); // its version
  const [serial, inner, issuer, validity, subject, key] = fields;
  if (hexOf(inner.whole) !== hexOf(algorithm.whole)) throw new Error('a certificate names two algorithms');
  const [notBefore, notAfter] = insideOf(validity).map(timeOf);
  return {
    der,
    signed: body.whole,
    algorithm,
    signature: wholeBits(bits),
    serial: integerOf(serial),
    issuer: issuer.whole,
    subject: subject.whole,
    name: nameOf(subject),
    notBefore,
    notAfter,
    key,
    extensions: extensionsOf(fields.find((f) => f.tag === 0xa3)),
  };
}
export const fingerprintOf = async ({ der }: Certificate): Promise<string> => hexOf(await digest('SHA-256', der));

/** A string of bits that ends with a whole byte. */
export function wholeBits(bits: Der | undefined): Bytes {
  const [unused, ...rest] = valueOf(bits, TAG.bits);
  if (unused !== 0) throw new Error('a string of bits does not end with a whole byte');
  return Uint8Array.from(rest);
}

function extensionsOf(field: Der | undefined): Certificate['extensions'] {
  const found: Certificate['extensions'] = new Map();
  for (const extension of field ? insideOf(readDer(field.value)) : []) {
    const parts = insideOf(extension);
    const critical = parts[1]?.tag === TAG.boolean && parts[1].value[0] !== 0;
    const id = oidOf(parts[0]);
    if (found.has(id)) throw new Error('a certificate has an extension twice');
    found.set(id, { critical, value: valueOf(parts.at(-1), TAG.octets) });
  }
  return found;
}

function nameOf(subject: Der): string {
  const parts = insideOf(subject).flatMap((set) => insideOf(set, TAG.set).map((pair) => insideOf(pair)));
  const found = NAMES.flatMap((id) => parts.filter(([oid]) => oidOf(oid) === id))[0]?.[1];
  if (!found) return '';
  // BMPString has two bytes for a letter; all others are read as UTF-8
  return new TextDecoder(found.tag === 30 ? 'utf-16be' : 'utf-8').decode(found.value).slice(0, 200);
}
