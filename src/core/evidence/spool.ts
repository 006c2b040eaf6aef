import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { heldName } from './held-files.js';
import type { SealedPart } from './sealed-zip.js';

/** Files that are made for one dossier and lie on the disk until it has left, so that no list of any length is held in memory. */
export class Spool {
  private files = 0;
  private constructor(private readonly dir: string) {}

  static async open(parent: string): Promise<Spool> {
    const dir = join(parent, heldName('dossier'));
    await mkdir(dir, { recursive: true, mode: 0o700 });
    return new Spool(dir);
  }
  async file(): Promise<SpoolFile> {
    const path = join(this.dir, String(this.files++));
    return new SpoolFile(path, await open(path, 'wx', 0o600));
  }
  async keep(path: string, content: string | Buffer): Promise<SealedPart> {
    const file = await this.file();
    await file.add(content);
    return file.end(path);
  }
  remove(): Promise<void> {
    return rm(this.dir, { recursive: true, force: true });
  }
}

export class SpoolFile {
  private readonly hash = createHash('sha256');
  private bytes = 0;
  constructor(
    private readonly file: string,
    private readonly handle: FileHandle,
  ) {}

  async add(piece: string | Buffer): Promise<void> {
    const bytes = Buffer.from(piece);
    this.hash.update(bytes);
    this.bytes += bytes.length;
    await this.handle.writeFile(bytes);
  }
  async end(path: string): Promise<SealedPart> {
    await this.handle.close();
    return { path, sha256: this.hash.digest('hex'), bytes: this.bytes, open: () => Promise.resolve(createReadStream(this.file)) };
  }
}
