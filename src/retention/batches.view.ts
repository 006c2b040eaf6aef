import { Injectable } from '@nestjs/common';
import { notBarred } from '../cases/index.js';
import { Db, type Tx } from '../core/database/db.js';
import { Keyset } from '../core/database/keyset.js';
import { pageOf } from '../core/database/page-of.js';
import type { CountedPage, Page } from '../core/http/answer.js';
import type { PageDto } from '../core/http/page.dto.js';
import { Problem } from '../core/problem/problem.js';
import type { BatchState, PurgeBatch, PurgeItem } from './retention.js';

const NEWEST = new Keyset({ sql: 'b.proposed_at', kind: 'time', backwards: true }, { sql: 'b.id', kind: 'id', backwards: true });
const LONGEST_DUE = new Keyset({ sql: 'i.due_at', kind: 'time' }, { sql: 'i.id', kind: 'id' });
const name = (id: string) => `(SELECT s.name FROM core.staff s WHERE s.id = ${id})`;
const reason = (id: string) => `(SELECT y.reason FROM core.custody_reasons y WHERE y.id = ${id})`;
const BATCH = `b.id, b.class, b.kind, b.rule, b.state, b.version, b.proposed_at AS "proposedAt", ${name('b.submitted_by')} AS "submittedBy", coalesce(b.submitted_by = $1, false) AS mine, b.submitted_at AS "submittedAt",
  ${reason('b.submission_reason_id')} AS "submissionReason", ${name('b.decided_by')} AS "decidedBy", b.decided_at AS "decidedAt", b.decision_reason AS "decisionReason", b.done_at AS "doneAt",
  (SELECT json_build_object('all', count(*), 'due', count(*) FILTER (WHERE i.state = 'due'), 'kept', count(*) FILTER (WHERE i.state = 'kept'), 'refused', count(*) FILTER (WHERE i.state = 'refused'), 'purged', count(*) FILTER (WHERE i.state = 'purged')) FROM retention.items i WHERE i.batch_id = b.id) AS counts`;
const known = (
  staff: string,
) => `NOT EXISTS (SELECT 1 FROM retention.posts_of(i.kind, i.ref_id) p JOIN core.bars bar ON bar.post_id = p.id WHERE bar.staff_id = ${staff})
  AND NOT EXISTS (SELECT 1 FROM retention.cases_of(i.kind, i.ref_id) c WHERE NOT (${notBarred(staff)}))`;
const KNOWN = known('$2::uuid');
/** SQL: on the list `b` is nothing that this person may not know of; whoever is barred from nothing is not asked of each thing. */
export const knowsWholeList = (staff: string): string =>
  `(NOT EXISTS (SELECT 1 FROM core.bars r WHERE r.staff_id = ${staff}) AND NOT EXISTS (SELECT 1 FROM cases.barring r WHERE r.staff_id = ${staff})
     OR NOT EXISTS (SELECT 1 FROM retention.items i WHERE i.batch_id = b.id AND i.state = 'due' AND NOT (${known(staff)})))`;
const ITEMS = `SELECT ${LONGEST_DUE.place}, i.id, i.kind, i.ref_id AS "refId", i.post_id AS "postId", n.id AS "caseId", n.number AS "caseNumber",
    CASE i.kind WHEN 'capture' THEN (SELECT c.url FROM crawl.captures c WHERE c.id = i.ref_id) WHEN 'source' THEN (SELECT c.url FROM crawl.captures c WHERE c.id = i.ref_id) WHEN 'party' THEN (SELECT p.role FROM cases.parties p WHERE p.id = i.ref_id)
      WHEN 'file' THEN (SELECT e.media_type FROM cases.exhibits x JOIN core.evidence_items e ON e.id = x.evidence_id WHERE x.id = i.ref_id)
      ELSE (SELECT r.channel FROM intake.reports r WHERE r.id = i.ref_id) END AS about,
    i.since, i.due_at AS "dueAt", i.state, i.said, ${reason('i.reason_id')} AS reason, ${name('i.settled_by')} AS "settledBy", i.settled_at AS "settledAt"
  FROM retention.items i LEFT JOIN LATERAL (SELECT c.id, c.number FROM retention.cases_of(i.kind, i.ref_id) x JOIN cases.cases c ON c.id = x.id ORDER BY c.opened_at, c.id LIMIT 1) n ON true
  WHERE i.batch_id = $1 AND ${KNOWN}`;

/** Lists of what is due, and what stands on them. Whoever is barred from a post does not find it there. */
@Injectable()
export class BatchesView {
  constructor(private readonly db: Db) {}

  list(reader: { staffId: string }, { state, ...page }: PageDto & { state?: BatchState }): Promise<CountedPage<PurgeBatch>> {
    const values = [reader.staffId, state ?? null];
    const where = `FROM retention.batches b WHERE $1::uuid IS NOT NULL AND ($2::text IS NULL OR b.state = $2)`;
    return this.db.read(async (tx) => {
      const [{ total }] = await tx.query<{ total: number }[]>(`SELECT count(*)::int AS total ${where}`, values);
      return { total, ...(await pageOf<PurgeBatch>(tx, NEWEST, `SELECT ${NEWEST.place}, ${BATCH} ${where}`, values, page)) };
    });
  }
  one(reader: { staffId: string }, id: string): Promise<PurgeBatch> {
    return this.db.read(async (tx) => {
      const [found] = await tx.query<PurgeBatch[]>(`SELECT ${BATCH} FROM retention.batches b WHERE b.id = $2`, [reader.staffId, id]);
      if (!found) throw new Problem('missing');
      return found;
    });
  }
  items(reader: { staffId: string }, id: string, page: PageDto): Promise<Page<PurgeItem>> {
    return this.db.read((tx) => pageOf<PurgeItem>(tx, LONGEST_DUE, ITEMS, [id, reader.staffId], page));
  }
  /** Of a thing that they may not know of there is nothing to keep. */
  async refuseItem(tx: Tx, reader: { staffId: string }, batchId: string, itemId: string): Promise<void> {
    const found = await tx.query<object[]>(`SELECT 1 FROM retention.items i WHERE i.batch_id = $1 AND i.id = $3 AND ${KNOWN}`, [
      batchId,
      reader.staffId,
      itemId,
    ]);
    if (found.length === 0) throw new Problem('missing');
  }
  /** Nobody asks that evidence of a case goes that they are a party to, and nobody lets it go. */
  async refuseBarred(tx: Tx, actor: { staffId: string }, batchId: string): Promise<void> {
    const whole = await tx.query<object[]>(`SELECT 1 FROM retention.batches b WHERE b.id = $1 AND ${knowsWholeList('$2::uuid')}`, [
      batchId,
      actor.staffId,
    ]);
    if (whole.length === 0) throw new Problem('barred-from-list');
  }
}
