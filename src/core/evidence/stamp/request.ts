import { bytesOf, TAG, writeDer, writeInteger, writeOid, type Bytes } from './der.js';

const SHA_256 = writeDer(TAG.sequence, writeOid('2.16.840.1.101.3.4.2.1'), writeDer(TAG.null));

/** A request for a time stamp (RFC 3161) over a SHA-256, with the authority's certificates wanted. */
export function stampRequest(sha256: string, nonce: string, policy: string | null): Bytes {
  return writeDer(
    TAG.sequence,
    writeInteger(Uint8Array.of(1)),
    writeDer(TAG.sequence, SHA_256, writeDer(TAG.octets, bytesOf(sha256))),
    ...(policy ? [writeOid(policy)] : []),
    writeInteger(bytesOf(nonce)),
    writeDer(TAG.boolean, Uint8Array.of(0xff)),
  );
}
