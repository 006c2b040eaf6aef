import { createHash, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { otherOf } from '../../src/core/verification/low-s.js';
import { partsOf, zipOf, type Part } from './plain-zip.js';

/** Numbers by chance, the same for the same seed (mulberry32). */
export function chance(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below);
  };
}
type Random = (below: number) => number;
interface Given {
  bytes: Buffer;
  /** another package of the same office */
  other: Buffer;
  random: Random;
}
type Damage = (given: Given) => Buffer;
const sha256 = (bytes: Uint8Array): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
const MANIFEST = 'datapackage.json';
const DIGEST = 'datapackage-digest.json';

const edited = (bytes: Buffer, change: (copy: Buffer) => void): Buffer => {
  const copy = Buffer.from(bytes);
  change(copy);
  return copy;
};
const spliced = (bytes: Buffer, at: number, drop: number, put: Buffer): Buffer =>
  Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + drop)]);
const noise = (random: Random, most: number): Buffer => Buffer.from(Array.from({ length: 1 + random(most) }, () => random(256)));
const one = <T>(random: Random, from: readonly T[]): T => from[random(from.length)];
const rebuilt = ({ bytes, random }: Given, change: (parts: Part[], random: Random) => Part[] | void): Buffer => {
  const parts = partsOf(bytes);
  return zipOf(change(parts, random) ?? parts);
};
const named = (parts: Part[], name: string): Part => parts.find((part) => part.name === name)!;
const flip = (bytes: Buffer, random: Random): void => {
  bytes[random(bytes.length)] ^= 1 << random(8);
};
/** Every hash is made to fit, as far as it can be without the key. */
function refit(parts: Part[], changed: Part[]): void {
  const manifest = JSON.parse(named(parts, MANIFEST).content.toString()) as { resources: { path: string; hash: string; bytes: number }[] };
  for (const { name, content } of changed)
    for (const resource of manifest.resources.filter(({ path }) => path === name))
      Object.assign(resource, { hash: sha256(content), bytes: content.length });
  named(parts, MANIFEST).content = Buffer.from(JSON.stringify(manifest, null, 1));
  redigest(parts, (digest, hash) => {
    digest.hash = digest.signedData.hash = hash;
  });
}
type Digest = { hash: string; signedData: Record<string, string> };
function redigest(parts: Part[], change: (digest: Digest, hash: string) => void): void {
  const digest = JSON.parse(named(parts, DIGEST).content.toString()) as Digest;
  change(digest, sha256(named(parts, MANIFEST).content));
  named(parts, DIGEST).content = Buffer.from(JSON.stringify(digest, null, 1));
}
/** Byte offsets of the entries' headers of each kind. */
function headers(bytes: Buffer, signature: number): number[] {
  const found: number[] = [];
  for (let at = 0; at + 4 <= bytes.length; at++) if (bytes.readUInt32LE(at) === signature) found.push(at);
  return found;
}

/** What may happen to a package, by chance or by hand. */
export const DAMAGES: Record<string, Damage> = {
  'a bit is flipped': ({ bytes, random }) => edited(bytes, (copy) => flip(copy, random)),
  'a byte is another': ({ bytes, random }) => edited(bytes, (copy) => void copy.writeUInt8(random(256), random(copy.length))),
  'two bytes change places': ({ bytes, random }) =>
    edited(bytes, (copy) => {
      const [a, b] = [random(copy.length), random(copy.length)];
      [copy[a], copy[b]] = [copy[b], copy[a]];
    }),
  'its end is cut off': ({ bytes, random }) => bytes.subarray(0, random(bytes.length)),
  'its beginning is cut off': ({ bytes, random }) => bytes.subarray(1 + random(bytes.length - 1)),
  'bytes are put in': ({ bytes, random }) => spliced(bytes, random(bytes.length), 0, noise(random, 64)),
  'bytes are taken out': ({ bytes, random }) => spliced(bytes, random(bytes.length - 64), 1 + random(64), Buffer.alloc(0)),
  'a run of bytes is blank': ({ bytes, random }) => {
    const at = random(bytes.length - 64);
    return edited(bytes, (copy) => void copy.fill(0, at, at + 1 + random(64)));
  },
  'bytes are behind it': ({ bytes, random }) => Buffer.concat([bytes, noise(random, 64)]),
  'bytes are before it': ({ bytes, random }) => Buffer.concat([noise(random, 64), bytes]),
  'a field of a local header is another': ({ bytes, random }) =>
    edited(bytes, (copy) => {
      copy[one(random, headers(bytes, 0x04034b50)) + random(30)] ^= 1 << random(8);
    }),
  'a field of the directory is another': ({ bytes, random }) =>
    edited(bytes, (copy) => {
      copy[one(random, headers(bytes, 0x02014b50)) + random(46)] ^= 1 << random(8);
    }),
  'a field of the end is another': ({ bytes, random }) =>
    edited(bytes, (copy) => {
      copy[bytes.length - 22 + random(22)] ^= 1 << random(8);
    }),
  'an entry is removed': (given) => rebuilt(given, (parts, random) => void parts.splice(random(parts.length), 1)),
  'an entry is added': (given) =>
    rebuilt(given, (parts, random) => void parts.splice(random(parts.length + 1), 0, { ...parts[0], name: `thêm-${random(1e6)}.txt` })),
  'an entry is there twice': (given) =>
    rebuilt(given, (parts, random) => {
      const twin = one(random, parts);
      parts.splice(random(parts.length + 1), 0, { ...twin, content: random(2) ? twin.content : noise(random, 64) });
    }),
  'an entry is renamed': (given) =>
    rebuilt(given, (parts, random) => {
      const part = one(random, parts);
      part.name = one(random, [`${part.name}x`, part.name.toUpperCase(), `../${part.name}`, part.name.replace(/.$/, 'q')]);
    }),
  'entries lie in another order': (given) =>
    rebuilt(given, (parts, random) => {
      const [moved] = parts.splice(random(parts.length), 1);
      parts.splice(random(parts.length + 1), 0, moved);
    }),
  'two entries have each other’s content': (given) =>
    rebuilt(given, (parts, random) => {
      const [a, b] = [one(random, parts), one(random, parts)];
      [a.content, b.content] = [b.content, a.content];
    }),
  'an entry’s content is another, its check sum fits': (given) =>
    rebuilt(given, (parts, random) => {
      const part = one(random, parts);
      if (random(3) === 0) part.content = Buffer.concat([part.content, noise(random, 8)]);
      else flip(part.content, random);
    }),
  'an entry is that of another package': (given) =>
    rebuilt(given, (parts, random) => {
      const part = one(random, parts);
      part.content = named(partsOf(given.other), part.name).content;
    }),
  'manifest and digest are those of another package': (given) =>
    rebuilt(given, (parts) => {
      for (const name of [MANIFEST, DIGEST]) named(parts, name).content = named(partsOf(given.other), name).content;
    }),
  'the signature is that of another package': (given) =>
    rebuilt(given, (parts) => {
      const other = JSON.parse(named(partsOf(given.other), DIGEST).content.toString()) as Digest;
      redigest(parts, (digest) => {
        digest.signedData.signature = other.signedData.signature;
      });
    }),
  'content, manifest and digest are made to fit': (given) =>
    rebuilt(given, (parts, random) => {
      const part = one(random, parts.slice(0, -2));
      flip(part.content, random);
      refit(parts, [part]);
    }),
  'an answer in the archive is made to fit': (given) =>
    rebuilt(given, (parts, random) => {
      const part = named(parts, 'archive/data.warc.gz');
      const text = gunzipSync(part.content);
      flip(text, random);
      part.content = gzipSync(text);
      refit(parts, [part]);
    }),
  'a stranger signed it anew': (given) =>
    rebuilt(given, (parts, random) => {
      const part = named(parts, 'text.txt');
      part.content = noise(random, 64);
      refit(parts, [part]);
      const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      redigest(parts, ({ signedData }, hash) => {
        signedData.signature = sign('sha256', Buffer.from(hash), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64');
        signedData.publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).toString('base64');
      });
    }),
  'the digest says more, or otherwise': (given) =>
    rebuilt(given, (parts, random) => {
      const part = named(parts, DIGEST);
      const text = part.content.toString();
      part.content = Buffer.from(
        one(random, [
          ` ${text}`,
          `${text}\n`,
          text.replace('"hash"', '"hash": "x", "hash"'),
          text.replace('"version"', '"note": "x",\n  "version"'),
          text.replace(/2026/, '2025'),
          text.replace('0.1.0', '0.1.1'),
          text.replace('capture', 'Capture'),
          text.replace('"signedData"', '"signeddata"'),
          text.replace('"datapackage.json"', '"text.txt"'),
        ]),
      );
    }),
  'time or rights of an entry are others': (given) =>
    rebuilt(given, (parts, random) => {
      const part = one(random, parts);
      one(random, [
        () => (part.dos = (part.dos ^ (1 << random(31))) >>> 0),
        () => (part.modified ^= 1 << random(30)),
        () => (part.attributes = (part.attributes ^ (1 << random(31))) >>> 0),
        () => (part.flags = 0x800 ^ (1 << random(16))),
      ])();
    }),
  'all times are others': (given) =>
    rebuilt(given, (parts, random) => {
      const apart = 1 + random(1e6);
      for (const part of parts) part.modified += apart;
    }),
  'all rights are others': (given) =>
    rebuilt(given, (parts, random) => {
      const mode = one(random, [0o120777, 0o100755, 0o100600, 0o104755, 0o40644]);
      for (const part of parts) part.attributes = (mode << 16) >>> 0;
    }),
  'all were made by another version': (given) =>
    rebuilt(given, (parts, random) => {
      const madeBy = 0x033f ^ (1 << random(16));
      for (const part of parts) part.madeBy = madeBy;
    }),
  'all times are those of another zone': (given) =>
    rebuilt(given, (parts, random) => {
      const at = new Date(parts[0].modified * 1000 + (random(2) ? 1 : -1) * (1 + random(56)) * 900_000);
      const date = ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
      const dos = ((date << 16) | (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1)) >>> 0;
      for (const part of parts) part.dos = dos;
    }),
  'the signature is the other one that fits': (given) =>
    rebuilt(given, (parts) =>
      redigest(parts, ({ signedData }) => {
        signedData.signature = Buffer.from(otherOf(Buffer.from(signedData.signature, 'base64'))).toString('base64');
      }),
    ),
  'an entry is packed anew': (given) => rebuilt(given, (parts, random) => void (one(random, parts).deflated = true)),
  'a comment or a further field is added': (given) =>
    rebuilt(given, (parts, random) => {
      const [part, field] = [one(random, parts), Buffer.from([0x75, 0x70, 2, 0, random(256), 1])];
      one(random, [
        () => (part.comment = 'ẩn'),
        () => (part.extra = { local: field }),
        () => (part.extra = { central: field }),
        () => (part.extra = { local: field, central: field }),
      ])();
    }),
  'the zip bears a comment': ({ bytes }) => zipOf(partsOf(bytes), 'lời ẩn'),
  'bytes are hidden between entries': (given) => rebuilt(given, (parts, random) => void (one(random, parts).hidden = noise(random, 64))),
  'an entry points at another’s bytes': (given) =>
    rebuilt(given, (parts, random) => {
      const at = random(parts.length);
      parts[at].at = headers(zipOf(parts), 0x04034b50)[random(parts.length)];
    }),
};

/** What at least must be told of each: a fault, or one whose code begins so. Bytes that are changed without their check sums are a fault of the form wherever they lie. */
const SAID: Record<keyof typeof DAMAGES, string[]> = {
  'its end is cut off': ['form.no-end'],
  'bytes are behind it': ['form.after-end'],
  'bytes are before it': ['form.directory-place'],
  'an entry is removed': ['hashes.missing', 'manifest.absent', 'manifest.no-digest'],
  'an entry is added': ['hashes.unlisted'],
  'an entry is there twice': ['form.twice'],
  'an entry is renamed': ['hashes.unlisted', 'manifest.absent'],
  'entries lie in another order': ['form.order'],
  'two entries have each other’s content': ['hashes.changed', 'manifest.unreadable', 'manifest.changed'],
  'an entry’s content is another, its check sum fits': ['hashes.changed', 'manifest.', 'signature.'],
  'an entry is that of another package': ['hashes.changed', 'manifest.changed'],
  'manifest and digest are those of another package': ['hashes.changed'],
  'the signature is that of another package': ['signature.differs'],
  'content, manifest and digest are made to fit': ['signature.differs'],
  'an answer in the archive is made to fit': ['signature.differs'],
  'a stranger signed it anew': ['signature.stranger'],
  'the digest says more, or otherwise': ['manifest.', 'signature.'],
  'all rights are others': ['form.odd-field'],
  'all were made by another version': ['form.odd-field'],
  'all times are those of another zone': ['form.odd-field'],
  'the signature is the other one that fits': ['signature.form'],
  'all times are others': ['form.odd-field'],
  'an entry is packed anew': ['form.packing'],
  'a comment or a further field is added': ['form.comment', 'form.extra', 'form.local'],
  'the zip bears a comment': ['form.after-end'],
  'bytes are hidden between entries': ['form.gap'],
  'an entry points at another’s bytes': ['form.gap', 'form.overlap'],
};
export const isNamed = (kind: string, codes: readonly string[]): boolean =>
  (SAID[kind] ?? ['form.']).some((said) => codes.some((code) => (said.endsWith('.') ? code.startsWith(said) : code === said)));

export interface Damaged {
  kind: string;
  bytes: Buffer;
}
/** One damage by chance, of a kind by turns; never one that leaves every byte as it was. */
export function damage(bytes: Buffer, other: Buffer, number: number, seed: number): Damaged {
  const kinds = Object.keys(DAMAGES);
  const kind = kinds[number % kinds.length];
  const random = chance(seed * 1_000_003 + number);
  const same = rebuilt({ bytes, other, random }, () => undefined);
  for (;;) {
    const damaged = DAMAGES[kind]({ bytes, other, random });
    if (!damaged.equals(bytes) && !damaged.equals(same)) return { kind, bytes: damaged };
  }
}
