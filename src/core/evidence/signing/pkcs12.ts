import { createDecipheriv, createPrivateKey, pbkdf2Sync, X509Certificate, type KeyObject } from 'node:crypto';
import { createSecureContext } from 'node:tls';
import { insideOf, integerOf, oidOf, readDer, TAG, toBytes, valueOf, type Bytes, type Der } from '../stamp/der.js';

const [DATA, ENCRYPTED] = ['1.2.840.113549.1.7.1', '1.2.840.113549.1.7.6'];
const BAG = '1.2.840.113549.1.12.10.1.';
const PBES2 = '1.2.840.113549.1.5.13';
/** what PBES2 derives with and decrypts by */
const HASHES: Record<string, string> = { '7': 'sha1', '9': 'sha256', '10': 'sha384', '11': 'sha512' };
const CIPHERS: Record<string, [string, number]> = {
  '2.16.840.1.101.3.4.1.2': ['aes-128-cbc', 16],
  '2.16.840.1.101.3.4.1.22': ['aes-192-cbc', 24],
  '2.16.840.1.101.3.4.1.42': ['aes-256-cbc', 32],
};
const MOST_ROUNDS = 10_000_000;

/** The key of a PKCS#12 file (RFC 7292) and its certificates; those that are locked in an older way than PBES2 are passed over. */
export function readPkcs12(file: Buffer, password: string | null): { key: KeyObject; certificates: X509Certificate[] } {
  createSecureContext({ pfx: file, passphrase: password ?? '' }); // OpenSSL checks password and seal of the whole
  const [, safe] = insideOf(readDer(toBytes(file)));
  const bags = insideOf(readDer(contentOf(safe))).flatMap((part) => bagsIn(part, password ?? ''));
  const keys = bags.filter(({ kind }) => kind === '1' || kind === '2');
  if (keys.length !== 1) throw new Error(`it holds ${keys.length} keys, and one is needed`);
  const key = createPrivateKey({ key: Buffer.from(keys[0].value.whole), format: 'der', type: 'pkcs8', passphrase: password ?? '' });
  const certificates = bags.filter(({ kind }) => kind === '3').map(({ value }) => certificateIn(value));
  return { key, certificates };
}

/** What an unlocked ContentInfo holds. */
function contentOf(info: Der): Bytes {
  const [kind, content] = insideOf(info);
  if (oidOf(kind) !== DATA) throw new Error('it is sealed by a key, not by a password');
  return valueOf(readDer(valueOf(content, 0xa0)), TAG.octets);
}

function bagsIn(part: Der, password: string): { kind: string; value: Der }[] {
  const [kind, content] = insideOf(part);
  const plain = oidOf(kind) === ENCRYPTED ? unlocked(readDer(valueOf(content, 0xa0)), password) : contentOf(part);
  if (!plain) return [];
  return insideOf(readDer(plain)).map((bag) => {
    const [id, value] = insideOf(bag);
    return { kind: oidOf(id).replace(BAG, ''), value: readDer(valueOf(value, 0xa0)) };
  });
}

function unlocked(data: Der, password: string): Bytes | null {
  const [, algorithm, content] = insideOf(insideOf(data)[1]);
  const [id, parameters] = insideOf(algorithm);
  if (oidOf(id) !== PBES2) return null;
  const [derive, cipher] = insideOf(parameters);
  const [salt, rounds, ...more] = insideOf(insideOf(derive)[1]);
  const hash = more.find((m) => m.tag === TAG.sequence);
  const digest = HASHES[hash ? oidOf(insideOf(hash)[0]).split('.').at(-1)! : '7'];
  const [name, size] = CIPHERS[oidOf(insideOf(cipher)[0])] ?? [];
  const count = parseInt(integerOf(rounds), 16);
  if (!digest || !name || count > MOST_ROUNDS) throw new Error('its certificates are locked in a way that is not known');
  const key = pbkdf2Sync(password, valueOf(salt, TAG.octets), count, size!, digest);
  const decipher = createDecipheriv(name, key, valueOf(insideOf(cipher)[1], TAG.octets));
  return toBytes(Buffer.concat([decipher.update(valueOf(content, 0x80)), decipher.final()]));
}

const certificateIn = (bag: Der): X509Certificate =>
  new X509Certificate(Buffer.from(valueOf(readDer(valueOf(insideOf(bag)[1], 0xa0)), TAG.octets)));
