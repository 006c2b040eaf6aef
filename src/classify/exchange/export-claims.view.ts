import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../core/config.js';
import { Db } from '../../core/database/db.js';
import { Keyset, type Placed } from '../../core/database/keyset.js';
import { topics } from '../../core/glossary/topics.js';
import { rowsOf, type ClaimFilter } from '../claims.view.js';
import { claimReview, REVIEWS_END, REVIEWS_HEAD } from './claim-review.js';
import { exchangeTable } from './exchange-table.js';
import { jsonLine } from './jsonl.js';
import type { ClaimRecord, Form } from './record.js';
import { TABLE_HEAD, tableRow } from './table.js';

const BY_ID = new Keyset({ sql: 'c.id', kind: 'id' });
type Filter = Omit<ClaimFilter, 'cursor' | 'limit'>;

/** The registry as it leaves, a page at a time: each claim once, by what was approved of it. */
@Injectable()
export class ExportClaims {
  constructor(
    private readonly db: Db,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async *file(filter: Filter, form: Form): AsyncGenerator<string> {
    if (form === 'csv') yield TABLE_HEAD;
    if (form === 'claimreview') yield REVIEWS_HEAD;
    let written = 0;
    for (let cursor: string | undefined; ;) {
      const { items, nextCursor } = await this.page(filter, form, cursor);
      if (items.length > 0) yield this.pageAs(form, items, written > 0);
      written += items.length;
      if (nextCursor === null) break;
      cursor = nextCursor;
    }
    if (form === 'claimreview') yield REVIEWS_END;
  }

  private pageAs(form: Form, claims: ClaimRecord[], further: boolean): string {
    if (form === 'csv') return claims.map(tableRow).join('');
    if (form === 'jsonl') return claims.map(jsonLine).join('');
    const by = { ...exchangeTable, url: this.config.publicUrl, timeZone: this.config.timeZone, topics };
    return (further ? ',\n' : '') + claims.map((c) => JSON.stringify(claimReview(c, by))).join(',\n');
  }

  private page(filter: Filter, form: Form, cursor: string | undefined) {
    const { from, where, values } = rowsOf(filter);
    const put = (value: unknown) => `$${values.push(value)}`;
    const after = BY_ID.after(cursor, put);
    return this.db.read(async (tx) => {
      const rows = await tx.query<Placed<ClaimRecord>[]>(
        `SELECT ${BY_ID.place}, c.id, c.state, e.number, e.topic, e.harm, e.wordings, e.truth, e.sources, e.false_from::text AS "falseFrom", e.false_to::text AS "falseTo",
                to_char(p.approved_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "approvedAt"
         FROM ${from} JOIN classify.claim_versions e ON e.id = coalesce(c.current_version_id, v.id) LEFT JOIN classify.claim_approvals p ON p.version_id = e.id
         WHERE ${where} AND ${form === 'claimreview' ? `c.state = 'approved'` : 'true'} AND ${after} ORDER BY ${BY_ID.by} LIMIT ${put(exchangeTable.export_page + 1)}`,
        values,
      );
      return BY_ID.page(rows, exchangeTable.export_page);
    });
  }
}
