import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform, type Readable, type TransformCallback } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** A file of a backup, by its path in the backup's folder. */
export interface KeptFile {
  file: string;
  bytes: number;
  sha256: string;
}

/** A backup that cannot be made or trusted, told in one sentence that names the file. */
export class BackupFault extends Error {}

/** Writes a stream to a new file and flushes it; what lies on the disk is what is measured. */
export async function keepFile(dir: string, file: string, source: Readable, through: Transform[] = []): Promise<KeptFile> {
  const path = join(dir, file);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const measure = new Measure();
  await pipeline([source, ...through, measure, createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true })]);
  return { file, ...measure.result };
}

/** Refuses a file that is not as it was written. */
export async function checkFile({ file, bytes, sha256 }: KeptFile, source: Readable): Promise<void> {
  const found = await measured(source).catch((error: Error) => {
    throw new BackupFault(`${file} cannot be read: ${error.message}`);
  });
  if (found.bytes !== bytes) throw new BackupFault(`${file} has ${found.bytes} bytes, and it was written with ${bytes}`);
  if (found.sha256 !== sha256) throw new BackupFault(`${file} was changed: its SHA-256 is not the one that the manifest gives`);
}

export async function measured(source: Readable): Promise<Omit<KeptFile, 'file'>> {
  const measure = new Measure();
  await pipeline(source, measure.resume());
  return measure.result;
}

/** Lets bytes pass and measures them. */
class Measure extends Transform {
  private readonly hash = createHash('sha256');
  private bytes = 0;
  override _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback): void {
    this.hash.update(chunk);
    this.bytes += chunk.length;
    done(null, chunk);
  }
  get result(): Omit<KeptFile, 'file'> {
    return { bytes: this.bytes, sha256: this.hash.digest('hex') };
  }
}
