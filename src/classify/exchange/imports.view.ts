import { Injectable } from '@nestjs/common';
import { Db } from '../../core/database/db.js';
import { Keyset } from '../../core/database/keyset.js';
import { pageOf } from '../../core/database/page-of.js';
import type { Page } from '../../core/http/answer.js';
import type { PageDto } from '../../core/http/page.dto.js';
import type { ImportedList } from './exchange-answers.js';

const LATEST = new Keyset({ sql: 'i.imported_at', kind: 'time', backwards: true }, { sql: 'i.id', kind: 'id', backwards: true });

/** Which imports there were, and how many of their drafts still wait. */
@Injectable()
export class ImportsView {
  constructor(private readonly db: Db) {}

  list(page: PageDto): Promise<Page<ImportedList>> {
    return this.db.read((tx) =>
      pageOf<ImportedList>(
        tx,
        LATEST,
        `SELECT ${LATEST.place}, i.id, i.form, s.name AS "importedBy", i.imported_by AS "importedById", i.imported_at AS "importedAt", i.drafted,
                (SELECT count(*)::int FROM classify.claim_versions v JOIN classify.claims c ON c.id = v.claim_id WHERE v.import_id = i.id AND c.state = 'draft'
                   AND NOT EXISTS (SELECT 1 FROM classify.claim_returns r WHERE r.version_id = v.id)) AS waiting
         FROM classify.claim_imports i JOIN core.staff s ON s.id = i.imported_by WHERE true`,
        [],
        page,
      ),
    );
  }
}
