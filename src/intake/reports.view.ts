import { Injectable } from '@nestjs/common';
import { cutAtWord } from '../core/database/cut-at-word.js';
import { countUpTo, type Rows } from '../core/database/count-up-to.js';
import { Db, type Tx } from '../core/database/db.js';
import { Keyset, type Placed } from '../core/database/keyset.js';
import type { Page } from '../core/http/answer.js';
import { myRequest, type MyRequest } from '../core/identity/identity-requests.js';
import { unbarred } from '../core/identity/bars.js';

export interface ReportLine {
  id: string;
  channel: 'web' | 'phone';
  kind: 'link' | 'text' | 'picture';
  url: string | null;
  text: string | null;
  addressId: string;
  note: string | null;
  postId: string;
  postReports: number;
  enteredBy: string | null;
  receivedAt: Date;
  hasContact: boolean;
  /** what the reader asked last, to see who reported */
  identity: MyRequest | null;
}

export interface ReportFilter {
  channel?: string;
  id?: string;
  cursor?: string;
  limit?: number;
}
const FROM = `intake.reports r
  JOIN intake.report_posts l ON l.report_id = r.id AND l.ended_at IS NULL JOIN intake.posts p ON p.id = l.post_id JOIN intake.addresses a ON a.id = l.address_id`;
const NEWEST = new Keyset({ sql: 'r.received_at', kind: 'time', backwards: true }, { sql: 'r.id', kind: 'id', backwards: true });

/** What came in, newest first. Who reported is not in it. */
@Injectable()
export class ReportsView {
  constructor(private readonly db: Db) {}

  list(reader: { staffId: string }, query: ReportFilter): Promise<Page<ReportLine>> {
    const limit = query.limit ?? 50;
    const { from, where, values } = rowsOf(reader, query);
    const put = (value: unknown) => `$${values.push(value)}`;
    const after = NEWEST.after(query.cursor, put);
    return this.db.read(async (tx) => {
      const rows = await tx.query<Placed<ReportLine>[]>(
        `SELECT ${NEWEST.place}, r.id, r.channel, r.kind, a.url, a.id AS "addressId", ${cutAtWord('a.text', 300)} AS text, r.note, coalesce(p.merged_into, p.id) AS "postId", s.name AS "enteredBy", r.received_at AS "receivedAt",
                (SELECT count(*)::int FROM intake.report_posts x WHERE x.ended_at IS NULL AND x.post_id IN (SELECT o.id FROM intake.posts o WHERE o.id = coalesce(p.merged_into, p.id) OR o.merged_into = coalesce(p.merged_into, p.id))) AS "postReports",
                EXISTS (SELECT 1 FROM intake.reporter_identities i WHERE i.report_id = r.id) AS "hasContact", ${myRequest('reporter', 'r.id', '$1')} AS identity
         FROM ${from} LEFT JOIN core.staff s ON s.id = r.entered_by
         WHERE ${where} AND ${after} ORDER BY ${NEWEST.by} LIMIT ${put(limit + 1)}`,
        values,
      );
      return NEWEST.page(rows, limit);
    });
  }
  count(tx: Tx, reader: { staffId: string }, filter: ReportFilter, most: number): Promise<number> {
    return countUpTo(tx, rowsOf(reader, filter), most);
  }
}

const rowsOf = (reader: { staffId: string }, { channel, id }: ReportFilter): Rows => ({
  from: FROM,
  where: `${unbarred('$1::uuid', 'coalesce(p.merged_into, p.id)')} AND ($2::text IS NULL OR r.channel = $2) AND ($3::uuid IS NULL OR r.id = $3)`,
  values: [reader.staffId, channel ?? null, id ?? null],
});
