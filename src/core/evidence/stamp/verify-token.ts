import { chainOf, usage, type Chain } from './chain.js';
import { fingerprintOf, type Certificate } from './certificate.js';
import { hexOf, insideOf, integerOf, oidOf, readDer, same, TAG, valueOf, type Der } from './der.js';
import { digest, fits, hashNamed } from './signature.js';
import { readResponse, readToken, TST_INFO, type Token } from './token.js';

export type StampFault =
  | 'unreadable'
  | 'refused'
  | 'other-bytes'
  | 'other-nonce'
  | 'other-policy'
  | 'no-certificate'
  | 'purpose'
  | 'signature'
  | 'chain'
  | 'time'
  | 'ended';
export interface Found {
  fault: StampFault;
  says: string;
}
/** What one token of an authority is worth. */
export interface StampVerdict {
  holds: boolean;
  faults: Found[];
  /** when the authority saw the bytes, and its name */
  at: Date | null;
  /** how far its clock may be off by its own word, in seconds */
  within: number;
  authority: string | null;
  policy: string | null;
  serial: string | null;
  /** when the first of its certificates ends: before that it must be stamped anew */
  ends: Date | null;
  /** SHA-256 of the topmost certificate; trusted: whether it is one of the roots given, null where none was */
  root: { fingerprint: string; name: string; trusted: boolean | null } | null;
}
export interface Expected {
  /** SHA-256 of what was stamped, in hexadecimal digits */
  sha256: string;
  /** null: nobody says which roots are trusted */
  roots: Certificate[] | null;
  nonce?: string;
  policy?: string | null;
}
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';
const SIGNING = 0xc0; // digital signature, non-repudiation
const NOTHING = { at: null, within: 0, authority: null, policy: null, serial: null, ends: null, root: null };

/** Checks an answer (or bare token) of RFC 3161 against what it should be about, and its signature up to a root. */
export async function verifyToken(bytes: Uint8Array, expected: Expected): Promise<StampVerdict> {
  try {
    const { status, says, token } = readResponse(bytes);
    if (status > 1 || !token)
      return { holds: false, faults: [{ fault: 'refused', says: `the authority refused (${status}) ${says}`.trim() }], ...NOTHING };
    return await judge(readToken(token), expected);
  } catch (error) {
    return { holds: false, faults: [{ fault: 'unreadable', says: `it cannot be read: ${(error as Error).message}` }], ...NOTHING };
  }
}

async function judge(token: Token, expected: Expected): Promise<StampVerdict> {
  const faults = [...contentFaults(token, expected)];
  const { policy, serial, at, within, certificates } = token;
  const leaf = certificates.find((c) => isSigner(c, token.signer.id));
  if (!leaf) {
    faults.push({ fault: 'no-certificate', says: 'it does not bring the certificate of its signer' });
    return { ...NOTHING, holds: false, faults, at, policy, serial };
  }
  faults.push(...(await signatureFaults(token, leaf)));
  const chain = await chainOf(leaf, certificates, expected.roots, at);
  if (chain.fault) faults.push({ fault: 'chain', says: chain.fault });
  const ends = new Date(Math.min(...chain.path.map((c) => c.notAfter.getTime())));
  return { holds: faults.length === 0, faults, at, within, authority: leaf.name, policy, serial, ends, root: await rootOf(chain) };
}

async function rootOf({ path, trusted }: Chain): Promise<StampVerdict['root']> {
  const top = path.at(-1)!;
  return { fingerprint: await fingerprintOf(top), name: top.name, trusted };
}

function contentFaults({ imprint, nonce, policy }: Token, expected: Expected): Found[] {
  const faults: Found[] = [];
  if (imprint.hash !== expected.sha256 || hashNamed(imprint.algorithm) !== 'SHA-256')
    faults.push({ fault: 'other-bytes', says: 'it is about other bytes' });
  if (expected.nonce !== undefined && nonce !== expected.nonce.replace(/^(00)+(?=.)/, ''))
    faults.push({ fault: 'other-nonce', says: 'it answers another request' });
  if (expected.policy && policy !== expected.policy) faults.push({ fault: 'other-policy', says: `it was made under the policy ${policy}` });
  return faults;
}

function isSigner(certificate: Certificate, id: Der): boolean {
  if (id.tag === 0x80) {
    const key = certificate.extensions.get('2.5.29.14');
    return key !== undefined && same(valueOf(readDer(key.value), TAG.octets), id.value);
  }
  const [issuer, serial] = insideOf(id);
  return same(issuer.whole, certificate.issuer) && integerOf(serial) === certificate.serial;
}

async function signatureFaults({ info, signer }: Token, leaf: Certificate): Promise<Found[]> {
  const { attributes, algorithm, signature, signed } = signer;
  const hash = hashNamed(signer.digest);
  const told = (id: string) => attributes.get(`1.2.840.113549.1.9.${id}`);
  const binds =
    oidOf(told('3')) === TST_INFO && same(valueOf(told('4'), TAG.octets), await digest(hash, info)) && (await namesSigner(told, leaf));
  const faults: Found[] = [];
  if (!binds || !(await fits(leaf.key, algorithm, signature, signed, hash)))
    faults.push({ fault: 'signature', says: 'its signature does not fit' });
  if (!isForStamps(leaf)) faults.push({ fault: 'purpose', says: `the certificate of ${leaf.name} is not for time stamps alone` });
  return faults;
}

/** The signed attribute that names the signer's certificate by its hash (RFC 5816, or RFC 2634 before it). */
async function namesSigner(told: (id: string) => Der | undefined, leaf: Certificate): Promise<boolean> {
  const named = [told('16.2.47'), told('16.2.12')];
  if (named.every((n) => n === undefined)) return false;
  for (const [i, attribute] of named.entries()) {
    if (!attribute) continue;
    const first = insideOf(insideOf(insideOf(attribute)[0])[0]);
    const hash = i === 1 ? 'SHA-1' : first[0].tag === TAG.sequence ? hashNamed(first[0]) : 'SHA-256';
    const value = first.find((f) => f.tag === TAG.octets);
    if (hexOf(valueOf(value, TAG.octets)) !== hexOf(await digest(hash, leaf.der))) return false;
  }
  return true;
}

function isForStamps({ extensions }: Certificate): boolean {
  const purposes = extensions.get('2.5.29.37');
  const named = purposes?.critical ? insideOf(readDer(purposes.value)).map(oidOf) : [];
  return named.length === 1 && named[0] === TIME_STAMPING && usage(extensions, SIGNING);
}
