import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Problem } from '../problem/problem.js';
import { flushFolder } from './flush-folder.js';
import { refuseOtherNames } from './hash-name.js';

export interface Stored {
  sha256: string;
  bytes: number;
}

/** Where bytes of evidence lie, once, named by their SHA-256 (lower-case hexadecimal). */
export abstract class EvidenceStore {
  abstract put(source: Readable | Buffer): Promise<Stored>;
  abstract open(sha256: string): Promise<Readable>;
  abstract has(sha256: string): Promise<boolean>;
}

/** The store on a file system: written beside, flushed, then renamed, so that a name always means whole bytes. */
export class FileStore extends EvidenceStore {
  constructor(private readonly dir: string) {
    super();
  }

  private path(sha256: string): string {
    refuseOtherNames(sha256);
    return join(this.dir, sha256.slice(0, 2), sha256);
  }

  async put(source: Readable | Buffer): Promise<Stored> {
    const incoming = join(this.dir, 'incoming');
    await mkdir(incoming, { recursive: true });
    const temporary = join(incoming, randomUUID());
    try {
      const stored = await this.write(temporary, source);
      const final = this.path(stored.sha256);
      await mkdir(join(final, '..'), { recursive: true });
      await rename(temporary, final);
      await flushFolder(join(final, '..'));
      return stored;
    } catch (error) {
      await unlink(temporary).catch(() => undefined);
      if ((error as NodeJS.ErrnoException).code === 'ENOSPC')
        throw new Problem('busy', { detail: 'The disk of the evidence store is full' });
      throw error;
    }
  }

  private async write(path: string, source: Readable | Buffer): Promise<Stored> {
    const file = await open(path, 'wx', 0o640);
    const hash = createHash('sha256');
    let bytes = 0;
    try {
      for await (const chunk of Buffer.isBuffer(source) ? [source] : (source as AsyncIterable<Buffer>)) {
        hash.update(chunk);
        bytes += chunk.length;
        await file.writeFile(chunk);
      }
      await file.sync();
    } finally {
      await file.close();
    }
    return { sha256: hash.digest('hex'), bytes };
  }

  async open(sha256: string): Promise<Readable> {
    if (!(await this.has(sha256))) throw new Problem('missing', { detail: `No evidence has the hash ${sha256}` });
    return createReadStream(this.path(sha256));
  }
  async has(sha256: string): Promise<boolean> {
    return stat(this.path(sha256)).then(
      (s) => s.isFile(),
      () => false,
    );
  }
}
