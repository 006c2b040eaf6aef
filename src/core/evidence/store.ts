import { constants } from 'node:fs';
import { lstat, mkdir, open, rename, unlink, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Problem, problems } from '../problem/problem.js';
import { flushFolder } from './flush-folder.js';
import { hashOf } from './hash-of.js';
import { refuseOtherNames } from './hash-name.js';
import { asTold, stage, type Staged } from './stage.js';

problems({
  'evidence-damaged': { status: 500, title: 'These bytes are no longer those that were sealed' },
  purged: { status: 410, title: 'The office purged this when its time was over' },
});

export interface Stored {
  sha256: string;
  bytes: number;
}

/** Notes, to stay, which bytes are about to come: should no transaction ever name them, retention takes them away. */
export type Expect = (sha256: string) => Promise<unknown>;

/** Where bytes of evidence lie, once, named by their SHA-256 (lower-case hexadecimal). */
export abstract class EvidenceStore {
  /** Without `expect` nobody is told of what comes: a backup, whose own list names it. */
  constructor(protected readonly expect: Expect = () => Promise.resolve()) {}

  abstract put(source: Readable | Buffer): Promise<Stored>;
  /** Lays down what comes, no more than so many bytes, before anybody has said that it is evidence. */
  abstract stage(source: Readable, most: number): Promise<Staged>;
  /** Makes what was laid down evidence. */
  abstract keep(staged: Staged): Promise<void>;
  abstract open(sha256: string): Promise<Readable>;
  abstract has(sha256: string): Promise<boolean>;
  /** Takes bytes away that nothing names; false where they were put anew after that moment, and stay. Gone already is gone. */
  abstract remove(sha256: string, ifBefore: Date): Promise<boolean>;

  /** The bytes, read once before and found to be those of their name. */
  async openSealed(sha256: string): Promise<Readable> {
    if ((await hashOf(await this.open(sha256))) !== sha256) throw new Problem('evidence-damaged');
    return this.open(sha256);
  }
}
const MOST_REMEMBERED = 10_000;
/** where bytes lie while they come */
export const INCOMING = 'incoming';

/** The store on a file system: written beside, flushed, then renamed, so that a name always means whole bytes. */
export class FileStore extends EvidenceStore {
  /** files that were found sound, by all that a file system changes with their bytes */
  private readonly sound = new Map<string, string>();
  private readonly incoming: string;
  constructor(
    private readonly dir: string,
    expect?: Expect,
  ) {
    super(expect);
    this.incoming = join(dir, INCOMING);
  }

  private path(sha256: string): string {
    refuseOtherNames(sha256);
    return join(this.dir, sha256.slice(0, 2), sha256);
  }

  async put(source: Readable | Buffer): Promise<Stored> {
    const staged = await stage(this.incoming, source);
    try {
      await this.keep(staged);
      return { sha256: staged.sha256, bytes: staged.bytes };
    } catch (error) {
      await staged.remove();
      throw error;
    }
  }
  stage(source: Readable, most: number): Promise<Staged> {
    return stage(this.incoming, source, most);
  }
  async keep({ path, sha256 }: Staged): Promise<void> {
    const final = this.path(sha256);
    await this.expect(sha256);
    try {
      await mkdir(join(final, '..'), { recursive: true });
      await rename(path, final);
      await flushFolder(join(final, '..'));
    } catch (error) {
      throw asTold(error);
    }
  }

  async open(sha256: string): Promise<Readable> {
    return (await this.file(sha256)).createReadStream();
  }
  /** Read from one opened file, which nobody can put another in the place of; what was found sound is not read again while it stands untouched. */
  override async openSealed(sha256: string): Promise<Readable> {
    const file = await this.file(sha256);
    try {
      const { dev, ino, size, mtimeNs, ctimeNs } = await file.stat({ bigint: true });
      const identity = [dev, ino, size, mtimeNs, ctimeNs].join(' ');
      if (this.sound.get(sha256) !== identity) {
        const read = file.createReadStream({ start: 0, autoClose: false });
        if ((await hashOf(read)) !== sha256) throw new Problem('evidence-damaged');
        if (this.sound.size >= MOST_REMEMBERED) this.sound.delete(this.sound.keys().next().value!);
        this.sound.set(sha256, identity);
      }
      return file.createReadStream({ start: 0 });
    } catch (error) {
      await file.close();
      throw error;
    }
  }
  private async file(sha256: string): Promise<FileHandle> {
    if (!(await this.has(sha256))) throw new Problem('missing', { detail: `No evidence has the hash ${sha256}` });
    return open(this.path(sha256), constants.O_RDONLY | constants.O_NOFOLLOW);
  }
  async remove(sha256: string, ifBefore: Date): Promise<boolean> {
    const path = this.path(sha256);
    const found = await lstat(path).catch(() => null);
    if (found && found.mtimeMs > ifBefore.getTime()) return false;
    if (found) {
      await unlink(path);
      await flushFolder(join(path, '..'));
    }
    this.sound.delete(sha256);
    return true;
  }
  async has(sha256: string): Promise<boolean> {
    return lstat(this.path(sha256)).then(
      (s) => s.isFile(),
      () => false,
    );
  }
}
