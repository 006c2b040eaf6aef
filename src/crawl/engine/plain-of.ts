import { brotliDecompressSync, constants, inflateRawSync, inflateSync, unzipSync } from 'node:zlib';

/** what came of a body that was cut is unpacked as far as it goes */
const CUT = { finishFlush: constants.Z_SYNC_FLUSH };
type Unpack = (bytes: Buffer, most: { maxOutputLength: number }) => Buffer;
const unzip: Unpack = (bytes, most) => unzipSync(bytes, { ...most, ...CUT });
const UNPACK: Record<string, Unpack> = {
  '': (bytes) => bytes,
  identity: (bytes) => bytes,
  gzip: unzip,
  'x-gzip': unzip,
  deflate: (bytes, most) => {
    try {
      return inflateSync(bytes, { ...most, ...CUT });
    } catch {
      return inflateRawSync(bytes, { ...most, ...CUT }); // as some servers send it, and browsers take it
    }
  },
  br: (bytes, most) => brotliDecompressSync(bytes, { ...most, finishFlush: constants.BROTLI_OPERATION_FLUSH }),
};

/** A body without its Content-Encoding; null where it cannot be taken off: it is unknown, broken, or a bomb. */
export function plainOf(bytes: Buffer, coding: string, most: number): Buffer | null {
  if (bytes.length === 0) return bytes;
  try {
    return Object.hasOwn(UNPACK, coding) ? UNPACK[coding](bytes, { maxOutputLength: most }) : null;
  } catch {
    return null;
  }
}
