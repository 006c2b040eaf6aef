import type { EvidenceStore } from '../core/evidence/store.js';

/** The beginning of a text in the store, up to about so many bytes; nothing of one that was purged. */
export async function textOfPart(store: EvidenceStore, sha256: string, most: number): Promise<string | undefined> {
  const read = await store.open(sha256).catch(() => undefined);
  if (!read) return undefined;
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of read as AsyncIterable<Buffer>) {
    pieces.push(piece);
    if ((bytes += piece.length) >= most) break;
  }
  return Buffer.concat(pieces).toString();
}
