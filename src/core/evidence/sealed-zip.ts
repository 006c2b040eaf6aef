import { createHash } from 'node:crypto';
import { PassThrough, Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import yazl from 'yazl';
import { plainEntry } from './plain-entry.js';

export interface SealedPart {
  path: string;
  sha256: string;
  bytes: number;
  /** opened when its turn comes, never before */
  open(): Promise<Readable>;
}
export interface SealedZip {
  profile: string;
  title: string;
  /** UTC */
  created: string;
  software: string;
  parts: readonly SealedPart[];
  /** over the text of the manifest's hash, in the form of WACZ signing */
  sign(hash: string): Promise<Record<string, string>> | Record<string, string>;
  /** told before the first byte how many there will be */
  sized?(bytes: number): void;
}
export const bufferPart = (path: string, content: Buffer | string): SealedPart => {
  const bytes = Buffer.from(content);
  return {
    path,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    open: () => Promise.resolve(Readable.from([bytes])),
  };
};

/**
 * A zip in the one form that verification knows (docs/decisions/0037): parts as they are, the list of their hashes, the signature over it.
 * It is written as it is read, part by part; where a part is no longer what its hash says, it breaks off and is no zip.
 */
export function sealedZip({ parts, sign, sized, ...about }: SealedZip): Readable {
  const out = new PassThrough();
  write(out, parts, { sign, sized }, about).catch((error: Error) => out.destroy(error));
  return out;
}

async function write(
  out: PassThrough,
  parts: SealedZip['parts'],
  { sign, sized }: Pick<SealedZip, 'sign' | 'sized'>,
  about: Omit<SealedZip, 'parts' | 'sign' | 'sized'>,
): Promise<void> {
  const resources = parts.map(({ path, sha256, bytes }) => ({ name: path.split('/').at(-1), path, hash: `sha256:${sha256}`, bytes }));
  const manifest = Buffer.from(JSON.stringify({ ...about, resources }, null, 1));
  const hash = `sha256:${createHash('sha256').update(manifest).digest('hex')}`;
  const digest = Buffer.from(JSON.stringify({ path: 'datapackage.json', hash, signedData: await sign(hash) }, null, 1));
  const plain = plainEntry(about.created);
  const zip = new yazl.ZipFile();
  zip.on('error', (error: Error) => out.destroy(error));
  let open: Readable | undefined; // one part after the other
  out.once('close', () => open?.destroy()); // also where whoever read it went away
  for (const part of parts)
    zip.addReadStreamLazy(part.path, { ...plain, size: part.bytes }, (give) => {
      part
        .open()
        .then((bytes) => {
          const checked = bytes.pipe(asHashed(part));
          bytes.on('error', (error) => checked.destroy(error));
          open = bytes;
          if (out.destroyed) bytes.destroy();
          checked.on('error', (error) => out.destroy(error));
          give(null, checked);
        })
        .catch((error: Error) => out.destroy(error));
    });
  zip.addBuffer(manifest, 'datapackage.json', plain);
  zip.addBuffer(digest, 'datapackage-digest.json', plain);
  zip.end(undefined, (bytes?: number) => bytes !== undefined && sized?.(bytes)); // its types do not tell of the number
  await pipeline(zip.outputStream as Readable, out);
}

/** Lets bytes by, and fails at their end where they are not those of the hash. */
function asHashed({ path, sha256 }: SealedPart): Transform {
  const hash = createHash('sha256');
  return new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk);
      done(null, chunk);
    },
    flush(done) {
      done(hash.digest('hex') === sha256 ? null : new Error(`${path} is no longer what was sealed`));
    },
  });
}
