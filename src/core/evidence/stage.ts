import { createHash } from 'node:crypto';
import { mkdir, open, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Problem } from '../problem/problem.js';
import { heldName } from './held-files.js';

/** Bytes that lie on the disk under a name of their own until somebody keeps them as evidence, or nobody does. */
export interface Staged {
  path: string;
  sha256: string;
  bytes: number;
  remove(): Promise<void>;
}

/** Lays a stream down as it comes and computes its hash by the way; what is too long, or breaks off, leaves nothing. */
export async function stage(dir: string, source: Readable | Buffer, most = Infinity): Promise<Staged> {
  const pieces = Buffer.isBuffer(source) ? [source] : piecesOf(source);
  await mkdir(dir, { recursive: true });
  const path = join(dir, heldName('incoming'));
  const remove = () => unlink(path).catch(() => undefined);
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    const file = await open(path, 'wx', 0o640);
    try {
      for await (const chunk of pieces) {
        if ((bytes += chunk.length) > most) throw new Problem('too-large', { limit: most });
        hash.update(chunk);
        await file.writeFile(chunk);
      }
      await file.sync();
    } finally {
      await file.close();
    }
    return { path, sha256: hash.digest('hex'), bytes, remove };
  } catch (error) {
    if (!Buffer.isBuffer(source)) source.destroy();
    await remove();
    throw asTold(error);
  }
}
/** It may break off before it is read, and is told of then. One that is given up is not told why: whoever sends it hears that from us. */
function piecesOf(source: Readable): AsyncIterable<Buffer> {
  source.once('error', () => undefined);
  return source.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
}
/** A full disk is nobody's fault, and passes. */
export const asTold = (error: unknown): unknown =>
  (error as NodeJS.ErrnoException).code === 'ENOSPC' ? new Problem('busy', { detail: 'The disk of the evidence store is full' }) : error;
