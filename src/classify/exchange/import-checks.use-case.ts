import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { Author } from '../draft-claim.use-case.js';
import type { FoundChecks, ImportDone } from './exchange-answers.js';
import { exchangeTable } from './exchange-table.js';
import { FactChecks } from './fact-check.adapter.js';
import { reviewOf, type AskedChecks, type Check } from './fact-check.js';
import { ImportClaims } from './import-claims.use-case.js';
import { recordOf } from './read-review.js';
import type { ReadRecord } from './record.js';
import { SortRecords, type Defaults } from './sort-records.use-case.js';

/** Checks of others are searched, and those that a person chose become drafts by the way of a file. */
@Injectable()
export class ImportChecks {
  constructor(
    private readonly checks: FactChecks,
    private readonly sort: SortRecords,
    private readonly importing: ImportClaims,
  ) {}

  async search(asked: AskedChecks): Promise<FoundChecks> {
    const { checks, nextPageToken } = await this.checks.search(asked);
    const sorted = await this.sort.run(recordsOf(checks), {});
    return { items: checks.map((check, i) => ({ ...check, line: sorted[i].line })), nextPageToken };
  }

  run(by: Author, checks: Check[], defaults: Defaults): Promise<ImportDone> {
    const sha256 = createHash('sha256').update(JSON.stringify(checks)).digest('hex');
    return this.importing.run(by, { form: 'service', sha256, records: recordsOf(checks) }, { leave: new Set(), defaults });
  }
}

const recordsOf = (checks: Check[]): ReadRecord[] =>
  checks.map((check, i) => ({ place: i + 1, ...recordOf(reviewOf(check), exchangeTable.ratings) }));
