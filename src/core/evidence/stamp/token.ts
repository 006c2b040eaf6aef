import { readCertificate, type Certificate } from './certificate.js';
import { hexOf, insideOf, integerOf, oidOf, readDer, TAG, timeOf, toBytes, valueOf, type Bytes, type Der } from './der.js';
import { hashNamed } from './signature.js';

const SIGNED_DATA = '1.2.840.113549.1.7.2';
export const TST_INFO = '1.2.840.113549.1.9.16.1.4';
const MOST_CERTIFICATES = 20;
const LARGEST = 262_144;

/** The answer of an authority (RFC 3161): 0 and 1 grant, all else refuses. */
export interface Response {
  status: number;
  says: string;
  token: Der | null;
}
export interface Token {
  /** what the authority signed about: TSTInfo */
  info: Bytes;
  policy: string;
  imprint: { algorithm: Der; hash: string };
  serial: string;
  at: Date;
  /** how far its clock may be off, in whole seconds */
  within: number;
  nonce: string | null;
  certificates: Certificate[];
  signer: { id: Der; digest: Der; attributes: Map<string, Der>; signed: Bytes; algorithm: Der; signature: Bytes };
}

/** An answer, or the bare token that was taken out of one. */
export function readResponse(given: Uint8Array): Response {
  if (given.length > LARGEST) throw new Error('it is too large for a time stamp');
  const whole = readDer(toBytes(given));
  const [status, token] = insideOf(whole);
  if (status?.tag === TAG.oid) return { status: 0, says: '', token: whole };
  const [code, text] = insideOf(status);
  const says = text?.tag === TAG.sequence ? insideOf(text).map((t) => new TextDecoder().decode(t.value)) : [];
  return { status: parseInt(integerOf(code), 16), says: says.join(' ').slice(0, 300), token: token ?? null };
}

export function readToken(token: Der): Token {
  const [kind, content] = insideOf(token);
  if (oidOf(kind) !== SIGNED_DATA) throw new Error('it is not signed');
  const fields = insideOf(readDer(valueOf(content, 0xa0)));
  if (integerOf(fields[0]) !== '03') throw new Error('it is of a version that is not known');
  const [eKind, eContent] = insideOf(fields[2]);
  if (oidOf(eKind) !== TST_INFO) throw new Error('what is signed is no time stamp');
  const info = valueOf(readDer(valueOf(eContent, 0xa0)), TAG.octets);
  const signers = insideOf(fields.at(-1), TAG.set);
  if (signers.length !== 1) throw new Error('it must have one signer');
  const held = fields.slice(3, -1).find((f) => f.tag === 0xa0);
  const certificates = held ? insideOf(held, 0xa0).filter((c) => c.tag === TAG.sequence) : [];
  if (certificates.length > MOST_CERTIFICATES) throw new Error('it brings too many certificates');
  const signer = signerOf(signers[0]);
  const hashes = insideOf(fields[1], TAG.set).map(hashNamed);
  if (hashes.join() !== hashNamed(signer.digest)) throw new Error('it lists other hashes than its signer used');
  return { info, ...infoOf(info), certificates: certificates.map((c) => readCertificate(c.whole)), signer };
}

function infoOf(info: Bytes): Pick<Token, 'policy' | 'imprint' | 'serial' | 'at' | 'within' | 'nonce'> {
  const [version, policy, imprint, serial, at, ...more] = insideOf(readDer(info));
  if (integerOf(version) !== '01') throw new Error('it is of a version that is not known');
  const [algorithm, hash] = insideOf(imprint);
  const accuracy = more.find((m) => m.tag === TAG.sequence);
  const seconds = accuracy && insideOf(accuracy).find((m) => m.tag === TAG.integer);
  const nonce = more.find((m) => m.tag === TAG.integer);
  return {
    policy: oidOf(policy),
    imprint: { algorithm, hash: hexOf(valueOf(hash, TAG.octets)) },
    serial: integerOf(serial),
    at: timeOf({ ...at, tag: at?.tag === TAG.time ? TAG.time : -1 }),
    within: seconds ? parseInt(integerOf(seconds), 16) : 0,
    nonce: nonce ? integerOf(nonce) : null,
  };
}

function signerOf(info: Der): Token['signer'] {
  const [version, id, digest, held, algorithm, signature] = insideOf(info);
  if (integerOf(version) !== (id?.tag === 0x80 ? '03' : '01')) throw new Error('its signer is of a version that is not known');
  const attributes = new Map<string, Der>();
  for (const attribute of insideOf(held, 0xa0)) {
    const [oid, values] = insideOf(attribute);
    const [value, ...more] = insideOf(values, TAG.set);
    if (attributes.has(oidOf(oid)) || !value || more.length > 0) throw new Error('a signed attribute must have one value');
    attributes.set(oidOf(oid), value);
  }
  const signed = new Uint8Array(held.whole);
  signed[0] = TAG.set; // it is signed as the set that it is, not by its place
  return { id, digest, attributes, signed, algorithm, signature: valueOf(signature, TAG.octets) };
}
