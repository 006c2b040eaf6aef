import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { valueOf, type Exchange } from './exchange.js';
import { captureLimits } from './limits.js';
import { CODES, unpackersOf } from './unpacking.js';

/** A body after its Content-Encoding was taken off; `whole` is false where it is more than a body may be, or broken. */
export interface Decoded {
  bytes: number;
  sha256: string;
  whole: boolean;
  /** why nobody can read it to its end */
  broken?: string;
}
/** of an answer to a question for a part, whose code is that of the whole */
const PARTIAL_CONTENT = 206;

/** What may encode a body so that anybody can still read it years later. */
export const CODINGS: readonly string[] = [...CODES, 'identity'];

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
export async function decodedOf(
  { body, bytes: came, status, responseHeaders }: Exchange,
  most = captureLimits.body_bytes,
): Promise<Decoded | null> {
  const coding = valueOf(responseHeaders, 'content-encoding').trim().toLowerCase();
  const unpackers = unpackersOf(coding);
  if (!unpackers || !body || came === 0) return null;
  const first = await firstOf(body);
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    const stages = unpackers.map((make) => make(first));
    pipeline([createReadStream(body), ...stages], () => undefined); // a fault ends the loop below
    for await (const chunk of stages.at(-1) as AsyncIterable<Buffer>) {
      if ((bytes += chunk.length) > most) return { bytes: most, sha256: hash.digest('hex'), whole: false };
      hash.update(chunk);
    }
    return { bytes, sha256: hash.digest('hex'), whole: true };
  } catch (error) {
    const cut = (error as NodeJS.ErrnoException).code === 'Z_BUF_ERROR';
    const says = cut ? `it ends before its ${coding} does` : `its ${coding} is broken`;
    return { bytes, sha256: hash.digest('hex'), whole: false, ...(status !== PARTIAL_CONTENT && { broken: says.slice(0, 200) }) };
  }
}

async function firstOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
