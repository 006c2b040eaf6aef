import { sha256 } from '@noble/hashes/sha2.js';
import pako from 'pako';
import type { Crc, Inflater, Means } from '../means.js';

/** The checks' means as a browser has them: its own cryptography has no hash in pieces, its own streams do not tell where a gzip member ends. */
export const pageMeans: Means = {
  sha256: () => {
    const hash = sha256.create();
    return {
      update: (bytes) => void hash.update(bytes),
      hex: () => Array.from(hash.digest(), (byte) => byte.toString(16).padStart(2, '0')).join(''),
    };
  },
  crc32,
  inflater,
  signed: async (spki, data, signature) => {
    try {
      const own = [spki, data, signature].map((bytes) => new Uint8Array(bytes));
      const key = await crypto.subtle.importKey('spki', own[0], { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify']);
      return await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, own[2], own[1]);
    } catch {
      return false;
    }
  },
};

const TABLE = Int32Array.from({ length: 256 }, (_, n) => {
  let value = n;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});
function crc32(): Crc {
  let value = -1;
  return {
    update: (bytes) => {
      for (let at = 0; at < bytes.length; at++) value = TABLE[(value ^ bytes[at]) & 255] ^ (value >>> 8);
    },
    value: () => (value ^ -1) >>> 0,
  };
}

/** what pako keeps beside its types */
interface Opened {
  ended: boolean;
  strm: { avail_in: number };
}
function inflater(): Inflater {
  const stream = new pako.Inflate({ raw: true, chunkSize: 262_144 });
  const opened = stream as unknown as Opened;
  return {
    write: (bytes, out) => {
      if (opened.ended) return Promise.resolve(0);
      stream.onData = (part) => out(part as Uint8Array);
      if (!stream.push(bytes, false) && stream.err !== 0) return Promise.reject(new Error('it is broken'));
      return Promise.resolve(bytes.length - opened.strm.avail_in);
    },
    close: () => undefined,
  };
}
