import { Inject, Injectable, Logger, Optional, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { CONFIG, type Config } from '../core/config.js';
import { heldName, sweepLeft } from '../core/evidence/held-files.js';
import { ClaimIndex } from './matching/claim-index.js';
import { madeBy } from './matching/made-by.adapter.js';
import { KEPT, matching } from './matching/matching-table.js';
import { NO_FILE, readSnapshot, writeSnapshot } from './matching/snapshot.adapter.js';

const NUMBER = /^\d{1,18}$/;

/**
 * The index of the registry as a file of the data folder, with the number of the change that it was written at: a process that starts
 * reads it, and then from the database what changed since. It is written piece by piece between other work; where the index is
 * changed meanwhile, what was written is dropped, and the next change begins it again.
 */
@Injectable()
export class KeptIndex implements OnModuleInit, OnApplicationShutdown {
  private readonly dir: string;
  private readonly log = new Logger('Index of claims');
  /** how much the index had changed when it was read or written last */
  private keptAt: { index: ClaimIndex; changes: number } | null = null;
  private writing: Promise<void> | null = null;
  constructor(
    @Inject(CONFIG) { dataDir }: Pick<Config, 'dataDir'>,
    @Optional() private readonly kept = KEPT,
  ) {
    this.dir = join(dataDir, 'index');
  }
  private parts = (): string => join(this.dir, 'parts');
  private file = (): string => join(this.dir, 'claims.index');

  onModuleInit(): Promise<void> {
    return sweepLeft(this.parts());
  }
  /** What is being written gets its end: it takes less than to build it at the next start. */
  async onApplicationShutdown(): Promise<void> {
    await this.writing;
  }

  /** The index that the file holds, and the number of the change that it stands at; null where it is to be built. */
  open(): Promise<{ index: ClaimIndex; number: string } | null> {
    return this.read().catch((error: Error) => this.without(error.message));
  }
  private async read(): Promise<{ index: ClaimIndex; number: string } | null> {
    const read = await readSnapshot(this.file(), { madeBy: madeBy() });
    if (read === NO_FILE) return null;
    if (typeof read === 'string') return this.without(read);
    if (!NUMBER.test(read.of)) return this.without('it tells no number of a change');
    const index = new ClaimIndex([], matching.text, matching.index, matching.common, read.flat);
    this.keptAt = { index, changes: index.changes };
    return { index, number: read.of };
  }
  /** Says why the file is not used. */
  without(why: string): null {
    this.log.log(`The index is built anew; of its file: ${why}`);
    return null;
  }

  /** Writes the index as it stands at that number, where it is large enough and has changed enough; nobody waits for it. */
  keep(index: ClaimIndex, number: string): void {
    if (this.writing || index.size < this.kept.from) return;
    if (this.keptAt?.index === index && index.changes - this.keptAt.changes < this.kept.again) return;
    this.writing = this.write(index, number)
      .catch((error: Error) => {
        this.keptAt = { index, changes: index.changes }; // not again before it has changed enough
        this.log.warn(`The index could not be written: ${error.message}`);
      })
      .finally(() => (this.writing = null));
  }
  private async write(index: ClaimIndex, number: string): Promise<void> {
    const { changes } = index;
    await mkdir(this.parts(), { recursive: true, mode: 0o700 });
    const names = { file: this.file(), part: join(this.parts(), heldName('index')) };
    const kept = { of: number, madeBy: madeBy(), flat: index.flat() };
    if (await writeSnapshot(names, kept, () => index.changes === changes)) this.keptAt = { index, changes };
  }
}
