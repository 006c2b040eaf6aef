import { createHash, type Hash } from 'node:crypto';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { flushFolder } from '../../core/evidence/flush-folder.js';
import { columnsOf, DIGEST_BYTES, HEAD_BYTES, headOf, readHead, room, type Kept } from './snapshot.js';

/** so much is hashed at a time, about two milliseconds */
const PIECE = 2 ** 20;
export const NO_FILE = 'there is none yet';

/** An index from a file, in memory of its own; a text is the reason why there is none. Nothing is held twice. */
export async function readSnapshot(file: string, wanted: { madeBy: string; of?: string }): Promise<Kept | string> {
  try {
    const handle = await open(file, 'r');
    return await readFrom(handle, wanted).finally(() => handle.close());
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return code === 'ENOENT' ? NO_FILE : `it cannot be read (${code})`;
  }
}
async function readFrom(handle: FileHandle, wanted: { madeBy: string; of?: string }): Promise<Kept | string> {
  const hash = createHash('sha256');
  const first = Buffer.alloc(HEAD_BYTES);
  const isWhole = await fill(handle, first, hash);
  const head = readHead(first, (await handle.stat()).size, wanted);
  if (typeof head === 'string') return head;
  const { flat, values } = room(head);
  const digest = Buffer.alloc(DIGEST_BYTES);
  for (const array of values) if (!(await fill(handle, array, hash))) return 'it is not whole';
  if (!isWhole || !(await fill(handle, digest))) return 'it is not whole';
  return digest.equals(hash.digest()) ? { of: head.of, flat } : 'it was damaged';
}
/** Fills an array from where the file was read to; false where the file ends before. */
async function fill(handle: FileHandle, array: Int32Array | Uint8Array, hash?: Hash): Promise<boolean> {
  for (const piece of piecesOf(array))
    for (let at = 0; at < piece.length;) {
      const { bytesRead } = await handle.read(piece, at, piece.length - at);
      if (bytesRead === 0) return false;
      hash?.update(piece.subarray(at, at + bytesRead));
      at += bytesRead;
    }
  return true;
}

/**
 * Writes an index beside its file, and gives it the name once it is whole and on the disk; of several who write at once the last
 * one counts. False where `holds` says meanwhile that what is written is not so any more: then nothing is left of it.
 */
export async function writeSnapshot(
  { file, part }: { file: string; part: string },
  kept: Kept & { madeBy: string },
  holds: () => boolean = () => true,
): Promise<boolean> {
  const handle = await open(part, 'wx', 0o600);
  try {
    const hash = createHash('sha256');
    const arrays = [headOf(kept, kept.madeBy), ...columnsOf(kept.flat).map(({ values }) => values)];
    for (const array of arrays)
      for (const piece of piecesOf(array)) {
        if (!holds()) return false;
        hash.update(piece);
        await handle.writeFile(piece);
      }
    await handle.writeFile(hash.digest());
    await handle.sync();
    if (!holds()) return false;
    await rename(part, file);
    await flushFolder(dirname(file));
    return true;
  } finally {
    await handle.close();
    await rm(part, { force: true });
  }
}

function* piecesOf({ buffer, byteOffset, byteLength }: Int32Array | Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < byteLength; at += PIECE) yield new Uint8Array(buffer, byteOffset + at, Math.min(PIECE, byteLength - at));
}
