import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { canonical } from './canonical.js';
import type { NewEvent } from './event.js';

/** Name of the format; it stands in every part and never changes its meaning. */
export const FORMAT = 'lachan-event/1';
export const GENESIS = Buffer.alloc(32);

const H = (...parts: Uint8Array[]): Buffer => parts.reduce((h, p) => h.update(p), createHash('sha256')).digest();

/** digest = H(H(public) ‖ H(office)), over raw bytes. */
export function digestOf(publicPart: Uint8Array, officePart: Uint8Array): Buffer {
  return digestOfHashes(H(publicPart), H(officePart));
}
/** The same for whoever has of one part, or of both, only its hash. */
export const digestOfHashes = (publicHash: Uint8Array, officeHash: Uint8Array): Buffer => H(publicHash, officeHash);
export const hashOf = (bytes: Uint8Array): Buffer => H(bytes);
/** head = H(seq ‖ previous head ‖ digest), seq as 8 bytes big-endian, from 1. */
export function headOf(seq: bigint, previous: Uint8Array, digest: Uint8Array): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(seq);
  return H(bytes, previous, digest);
}

export interface Parts {
  id: string;
  publicPart: Buffer;
  officePart: Buffer;
}
export interface Moment {
  recordedAt: Date;
  officeAt: Date;
}
const nonce = () => randomBytes(16).toString('base64url');

/** The two canonical parts of one event, each with a random nonce of its own, so that one gives nothing of the other away. */
export function partsOf(event: NewEvent, at: Moment, id = randomUUID(), nonces: [string, string] = [nonce(), nonce()]): Parts {
  const frame = {
    format: FORMAT,
    id,
    type: event.type,
    v: event.v,
    recordedAt: at.recordedAt.toISOString(),
    officeAt: at.officeAt.toISOString(),
  };
  return {
    id,
    publicPart: Buffer.from(canonical({ ...(event.public as object), ...frame, part: 'public', nonce: nonces[0] })),
    officePart: Buffer.from(
      canonical({
        ...frame,
        part: 'office',
        nonce: nonces[1],
        actor: event.actor ?? null,
        subject: event.subject ?? null,
        data: event.office,
      }),
    ),
  };
}
