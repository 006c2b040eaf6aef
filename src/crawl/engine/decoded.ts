import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createBrotliDecompress, createInflate, createUnzip } from 'node:zlib';
import { valueOf, type Exchange } from './exchange.js';
import { captureLimits } from './limits.js';

/** A body after its Content-Encoding was taken off; `whole` is false where it is more than a body may be, or broken. */
export interface Decoded {
  bytes: number;
  sha256: string;
  whole: boolean;
}
const DECODERS: Record<string, () => NodeJS.ReadWriteStream> = {
  gzip: createUnzip,
  'x-gzip': createUnzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** What may encode a body so that anybody can still read it years later. */
export const CODINGS: readonly string[] = [...Object.keys(DECODERS), 'identity'];

/** Of every body, by the id of its exchange; together no more is unpacked than a capture may hold. */
export async function decodedAll(exchanges: readonly Exchange[], most = captureLimits.total_bytes): Promise<Map<number, Decoded | null>> {
  const all = new Map<number, Decoded | null>();
  let left = most;
  for (const exchange of exchanges) {
    const decoded = await decodedOf(exchange, Math.min(left, captureLimits.body_bytes));
    left = Math.max(0, left - (decoded?.bytes ?? 0));
    all.set(exchange.id, decoded);
  }
  return all;
}

/** Null where nothing encodes it, or something that cannot be taken off here. A bomb is measured up to the limit, never kept. */
export async function decodedOf({ body, responseHeaders }: Exchange, most = captureLimits.body_bytes): Promise<Decoded | null> {
  const decoder = DECODERS[valueOf(responseHeaders, 'content-encoding').trim().toLowerCase()];
  if (!decoder || !body) return null;
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    const plain = pipeline(createReadStream(body), decoder(), () => undefined); // a fault ends the loop below
    for await (const chunk of plain as AsyncIterable<Buffer>) {
      if ((bytes += chunk.length) > most) return { bytes: most, sha256: hash.digest('hex'), whole: false };
      hash.update(chunk);
    }
    return { bytes, sha256: hash.digest('hex'), whole: true };
  } catch {
    return { bytes, sha256: hash.digest('hex'), whole: false };
  }
}
