import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

export interface Spooled {
  path: string;
  bytes: number;
  sha256: string;
  /** base64: a lock is only taken together with a digest of the body */
  md5: string;
  remove(): Promise<void>;
}

/** Lays a stream on the disk for as long as it takes to send it: its name is its hash, which is known at its end only. */
export async function spool(dir: string, source: Readable | Buffer): Promise<Spooled> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const path = join(dir, randomUUID());
  const remove = () => unlink(path).catch(() => undefined);
  const file = await open(path, 'wx', 0o600);
  const [sha256, md5] = [createHash('sha256'), createHash('md5')];
  let bytes = 0;
  try {
    for await (const chunk of Buffer.isBuffer(source) ? [source] : (source as AsyncIterable<Buffer>)) {
      sha256.update(chunk);
      md5.update(chunk);
      bytes += chunk.length;
      await file.writeFile(chunk);
    }
  } catch (error) {
    await remove();
    throw error;
  } finally {
    await file.close();
  }
  return { path, bytes, sha256: sha256.digest('hex'), md5: md5.digest('base64'), remove };
}
