import { createHash, createPublicKey, verify } from 'node:crypto';
import { crc32, createInflateRaw } from 'node:zlib';
import type { Inflater, Means } from '../means.js';

/** The checks' means as Node has them. */
export const nodeMeans: Means = {
  sha256: () => {
    const hash = createHash('sha256');
    return { update: (bytes) => void hash.update(bytes), hex: () => hash.digest('hex') };
  },
  crc32: () => {
    let value = 0;
    return { update: (bytes) => void (value = crc32(bytes, value)), value: () => value };
  },
  inflater,
  signed: (spki, data, signature) => {
    try {
      const key = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' });
      const p256 = key.asymmetricKeyType === 'ec' && key.asymmetricKeyDetails?.namedCurve === 'prime256v1';
      return Promise.resolve(p256 && verify('sha256', data, { key, dsaEncoding: 'ieee-p1363' }, signature));
    } catch {
      return Promise.resolve(false);
    }
  },
};

function inflater(): Inflater {
  const stream = createInflateRaw({ chunkSize: 262_144 });
  let out: (bytes: Uint8Array) => void = () => undefined;
  let broken: (error: Error) => void = () => undefined;
  stream.on('data', (bytes: Buffer) => out(bytes));
  stream.on('error', (error) => broken(error)); // a write that meets it is never answered
  return {
    write: (bytes, to) => {
      if (stream.destroyed) return Promise.reject(new Error('it is broken'));
      const before = stream.bytesWritten;
      return new Promise((done, fail) => {
        [out, broken] = [to, fail];
        const settle = (): void => {
          if (stream.readableLength > 0) setImmediate(settle);
          else done(stream.bytesWritten - before);
        };
        stream.write(bytes, (error) => (error ? fail(error) : settle()));
      });
    },
    close: () => void stream.destroy(),
  };
}
