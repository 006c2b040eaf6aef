import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { Db } from '../../core/database/db.js';
import { Log } from '../../core/events/log.js';
import { Problem } from '../../core/problem/problem.js';
import type { Author } from '../draft-claim.use-case.js';
import '../events.js';
import '../problems.js';
import type { ImportDone, ImportPreview } from './exchange-answers.js';
import { exchangeTable } from './exchange-table.js';
import { ImportRepository } from './import.repository.js';
import { readClaims, type ReadFile } from './read-claims.js';
import { Unreadable, type Form, type ReadRecord } from './record.js';
import { countsOf, SortRecords, type Defaults, type Sorted } from './sort-records.use-case.js';

interface Read {
  form: Form | 'service';
  sha256: string;
  records: ReadRecord[];
}

/** A file of claims is read whole, shown, and then drafted: whoever brings it is the author, and each draft waits for a second person. */
@Injectable()
export class ImportClaims {
  constructor(
    private readonly db: Db,
    private readonly sort: SortRecords,
    private readonly imports: ImportRepository,
    private readonly log: Log,
  ) {}

  async preview(bytes: Buffer | undefined, defaults: Defaults): Promise<ImportPreview> {
    const { form, records, sha256 } = fileOf(bytes);
    const sorted = await this.sort.run(records, defaults);
    return { form, sha256, counts: countsOf(sorted), lines: sorted.map(({ line }) => line) };
  }

  async file(
    by: Author,
    bytes: Buffer | undefined,
    asked: { sha256: string; leave: ReadonlySet<number>; defaults: Defaults },
  ): Promise<ImportDone> {
    const read = fileOf(bytes);
    if (read.sha256 !== asked.sha256) throw new Problem('content-changed', { current: { sha256: read.sha256 } });
    return this.run(by, read, asked);
  }

  /** Nothing is drafted twice, however often it comes; all of it is, or none. */
  async run(by: Author, read: Read, { leave, defaults }: { leave: ReadonlySet<number>; defaults: Defaults }): Promise<ImportDone> {
    const sorted = await this.sort.run(read.records, defaults);
    const wanted = sorted.filter(({ line }) => (line.outcome === 'new' || line.outcome === 'similar') && !leave.has(line.place));
    return this.db.tx(async (tx) => {
      await this.imports.alone(tx);
      const fresh = await this.stillNew(tx, wanted);
      const counts = countsOf(sorted);
      if (fresh.length === 0) {
        const before = await this.imports.before(tx, by.staffId, read.sha256);
        if (!before) throw new Problem('nothing-to-import', { counts });
        return { ...counts, importId: before.id, drafted: before.drafted, again: true };
      }
      const importId = await this.imports.add(tx, { form: read.form, sha256: read.sha256, by: by.staffId, drafted: fresh.length });
      const claims = fresh.map(({ line, content }) => ({ place: line.place, content: content! }));
      for (const ids of await this.imports.draft(tx, importId, by.staffId, claims))
        await this.log.append(tx, { type: 'claim.drafted', v: 1, public: {}, office: { ...ids }, actor: by.staffId, subject: ids.claimId });
      return { ...counts, importId, drafted: fresh.length, again: false };
    });
  }

  /** What another import brought in between is known by now. */
  private async stillNew(tx: Parameters<ImportRepository['alone']>[0], wanted: Sorted[]): Promise<Sorted[]> {
    const asked = wanted.map(({ content }, place) => ({
      ...{ place, id: null },
      ...{ said: content!.wordings[0].text, urls: content!.sources.map((s) => s.url) },
    }));
    const known = await this.imports.known(asked, tx);
    return wanted.filter((_, i) => !known.has(i));
  }
}

function fileOf(bytes: Buffer | undefined): ReadFile & { sha256: string } {
  if (bytes && bytes.length > exchangeTable.most_bytes) throw new Problem('import-too-large', { limit: exchangeTable.most_bytes });
  try {
    const read = readClaims(bytes ?? Buffer.alloc(0), exchangeTable.most_claims, exchangeTable.ratings);
    return { ...read, sha256: createHash('sha256').update(bytes!).digest('hex') };
  } catch (error) {
    if (error instanceof Unreadable) throw new Problem('import-unreadable', { says: error.says, ...error.where });
    throw error;
  }
}
