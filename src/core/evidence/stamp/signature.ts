import { bytesOf, insideOf, integerOf, oidOf, readDer, TAG, valueOf, type Bytes, type Der } from './der.js';

/** Hashes by their names in the standards; SHA-1 is none of them. */
const HASHES: Record<string, string> = {
  '2.16.840.1.101.3.4.2.1': 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
};
const RSA: Record<string, string> = { '11': 'SHA-256', '12': 'SHA-384', '13': 'SHA-512' };
const ECDSA: Record<string, string> = { '2': 'SHA-256', '3': 'SHA-384', '4': 'SHA-512' };
const CURVES: Record<string, { namedCurve: string; size: number }> = {
  '1.2.840.10045.3.1.7': { namedCurve: 'P-256', size: 32 },
  '1.3.132.0.34': { namedCurve: 'P-384', size: 48 },
  '1.3.132.0.35': { namedCurve: 'P-521', size: 66 },
};
const RSA_ANY = '1.2.840.113549.1.1.1';
const RSA_PSS = '1.2.840.113549.1.1.10';

/** The name of a hash that an AlgorithmIdentifier names. */
export function hashNamed(algorithm: Der | undefined): string {
  const [oid, nothing] = insideOf(algorithm);
  const name = HASHES[oidOf(oid)];
  if (!name || (nothing && (nothing.tag !== TAG.null || nothing.value.length > 0)))
    throw new Error(`it uses the hash ${oidOf(oid)}, which is not trusted`);
  return name;
}

export const digest = async (hash: string, bytes: Bytes): Promise<Bytes> => new Uint8Array(await crypto.subtle.digest(hash, bytes));

/** Whether a signature over these bytes fits a public key (SubjectPublicKeyInfo). `hash`: where the algorithm names none. */
export async function fits(key: Der, algorithm: Der, signature: Bytes, signed: Bytes, hash?: string): Promise<boolean> {
  const { name, used, value, how } = plan(key, algorithm, signature, hash);
  const imported = await crypto.subtle.importKey('spki', key.whole, { name, ...how }, false, ['verify']);
  return crypto.subtle.verify({ name, ...used }, imported, value, signed);
}

interface Plan {
  name: string;
  how: { hash: string } | { namedCurve: string };
  used: { hash?: string; saltLength?: number };
  value: Bytes;
}
function plan(key: Der, algorithm: Der, signature: Bytes, given?: string): Plan {
  const [oid, parameters] = insideOf(algorithm);
  const id = oidOf(oid);
  if (id === RSA_PSS) {
    const { hash, saltLength } = pss(parameters);
    return { name: 'RSA-PSS', how: { hash }, used: { saltLength }, value: signature };
  }
  const rsa = id === RSA_ANY ? given : RSA[/^1\.2\.840\.113549\.1\.1\.(\d+)$/.exec(id)?.[1] ?? ''];
  if (rsa) return { name: 'RSASSA-PKCS1-v1_5', how: { hash: rsa }, used: {}, value: signature };
  const ecdsa = ECDSA[/^1\.2\.840\.10045\.4\.3\.(\d+)$/.exec(id)?.[1] ?? ''];
  if (!ecdsa) throw new Error(`it is signed by ${id}, which is not trusted`);
  const curve = CURVES[oidOf(insideOf(insideOf(key)[0])[1])];
  if (!curve) throw new Error('its key lies on a curve that is not known');
  return { name: 'ECDSA', how: { namedCurve: curve.namedCurve }, used: { hash: ecdsa }, value: pairOf(signature, curve.size) };
}

/** RSASSA-PSS names its hash and the length of its salt; the mask's hash must be the same. */
function pss(parameters: Der): { hash: string; saltLength: number } {
  const given = new Map(insideOf(parameters).map((p) => [p.tag, readDer(p.value)]));
  const hash = hashNamed(given.get(0xa0));
  if (hashNamed(insideOf(given.get(0xa1))[1]) !== hash) throw new Error('its mask uses another hash than its signature');
  return { hash, saltLength: parseInt(integerOf(given.get(0xa2)), 16) };
}

/** ECDSA as WebCrypto takes it: both numbers in a fixed length. */
function pairOf(signature: Bytes, size: number): Bytes {
  const numbers = insideOf(readDer(signature)).map((n) => integerOf({ ...n, value: valueOf(n, TAG.integer) }));
  if (numbers.length !== 2 || numbers.some((n) => n.length > size * 2)) throw new Error('its signature is no pair of numbers');
  return bytesOf(numbers.map((n) => n.padStart(size * 2, '0')).join(''));
}
