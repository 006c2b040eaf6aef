import { Injectable } from '@nestjs/common';
import { Db, type Tx } from '../core/database/db.js';
import { Keyset } from '../core/database/keyset.js';
import { pageOf } from '../core/database/page-of.js';
import type { Page } from '../core/http/answer.js';
import type { PageDto } from '../core/http/page.dto.js';
import { Bars, unbarred } from '../core/identity/bars.js';
import { Problem } from '../core/problem/problem.js';
import type { EarlierJudgement, PostAddress, SameText, TriageEvent, TriageReport } from './triage-part-answers.js';

const IN_ORDER = {
  history: new Keyset({ sql: 'e.position', kind: 'number', backwards: true }),
  reports: new Keyset({ sql: 'l.linked_at', kind: 'time', backwards: true }, { sql: 'r.id', kind: 'id', backwards: true }),
  earlier: new Keyset({ sql: 'j.recorded_at', kind: 'time', backwards: true }, { sql: 'j.id', kind: 'id', backwards: true }),
  // what was sent in comes before links
  addresses: new Keyset({ sql: 'a.kind', kind: 'word' }, { sql: 'a.created_at', kind: 'time' }, { sql: 'a.id', kind: 'id' }),
};
/** SQL: the judgement was not taken back. */
export const standing = (j: string): string => `NOT EXISTS (SELECT 1 FROM classify.judgement_undos u WHERE u.judgement_id = ${j}.id)`;
/** SQL: the post `$1`, and those that became it. */
export const THESE_POSTS = `(SELECT id FROM intake.posts WHERE id = $1 OR merged_into = $1)`;

/** of the post `$1`: the reports that still speak of it */
const TOLD_OF = `l.post_id IN ${THESE_POSTS} AND l.ended_at IS NULL`;

const HISTORY = `
  SELECT ${IN_ORDER.history.place}, e.id, e.type, (e.office ->> 'recordedAt') AS "recordedAt", (e.office ->> 'officeAt') AS at, e.office ->> 'actor' AS actor, s.name AS "actorName",
    e.public - ARRAY['format','id','type','v','nonce','recordedAt','officeAt'] AS public, e.office -> 'data' AS office
  FROM core.events e LEFT JOIN core.staff s ON s.id::text = e.office ->> 'actor' WHERE e.subject = $1::text`;
const REPORTS = `
  SELECT ${IN_ORDER.reports.place}, r.id, r.received_at AS at, r.channel, r.kind, r.note, l.reason AS "joinedBy", r.entered_by IS NOT NULL AS "byOperator"
  FROM intake.report_posts l JOIN intake.reports r ON r.id = l.report_id WHERE ${TOLD_OF}`;
/** of the item `$1`, those that a later one took the place of */
const EARLIER = `classify.judgements j LEFT JOIN core.staff s ON s.id = j.judged_by WHERE j.item_id = $1 AND ${standing('j')}
  AND j.id <> (SELECT x.id FROM classify.judgements x WHERE x.item_id = $1 AND ${standing('x')} ORDER BY x.recorded_at DESC LIMIT 1)`;
/** of other items than `$1` that say the same word for word, as far as the reader `$2` may know of them */
const SAME = `classify.judgements j LEFT JOIN core.staff s ON s.id = j.judged_by LEFT JOIN intake.posts p ON p.id = j.post_id
  WHERE j.text_sha256 = (SELECT t.text_sha256 FROM classify.triage_items t WHERE t.id = $1) AND j.item_id <> $1 AND ${standing('j')} AND ${unbarred('$2::uuid', 'coalesce(p.merged_into, j.post_id)')}`;
const ADDRESSES = `intake.addresses a WHERE a.post_id IN ${THESE_POSTS}`;

/** What may be long of an item of the queue, page by page, the newest first. */
@Injectable()
export class TriagePartsView {
  constructor(
    private readonly db: Db,
    private readonly bars: Bars,
  ) {}

  history(reader: { staffId: string }, itemId: string, page: PageDto): Promise<Page<TriageEvent>> {
    return this.ofItem(reader, itemId, (tx, postId) => this.historyOf(tx, postId, page));
  }
  reports(reader: { staffId: string }, itemId: string, page: PageDto): Promise<Page<TriageReport>> {
    return this.ofItem(reader, itemId, (tx, postId) => this.reportsOf(tx, postId, page));
  }
  earlier(reader: { staffId: string }, itemId: string, page: PageDto): Promise<Page<EarlierJudgement>> {
    return this.ofItem(reader, itemId, (tx) => this.earlierOf(tx, itemId, page));
  }
  sameText(reader: { staffId: string }, itemId: string, page: PageDto): Promise<Page<SameText>> {
    return this.ofItem(reader, itemId, (tx) => this.sameTextOf(tx, reader, itemId, page));
  }
  addresses(reader: { staffId: string }, itemId: string, page: PageDto): Promise<Page<PostAddress>> {
    return this.ofItem(reader, itemId, (tx, postId) => this.addressesOf(tx, postId, page));
  }

  historyOf(tx: Tx, postId: string, page: PageDto): Promise<Page<TriageEvent>> {
    return pageOf(tx, IN_ORDER.history, HISTORY, [postId], page);
  }
  reportsOf(tx: Tx, postId: string, page: PageDto): Promise<Page<TriageReport>> {
    return pageOf(tx, IN_ORDER.reports, REPORTS, [postId], page);
  }
  /** as they stand now: what an item of the queue counts comes later, in a flood by minutes */
  async reportTotal(tx: Tx, postId: string): Promise<number> {
    const [{ n }] = await tx.query<{ n: number }[]>(`SELECT count(*)::int AS n FROM intake.report_posts l WHERE ${TOLD_OF}`, [postId]);
    return n;
  }
  earlierOf(tx: Tx, itemId: string, page: PageDto): Promise<Page<EarlierJudgement>> {
    const sql = `SELECT ${IN_ORDER.earlier.place}, j.id, j.judgement, j.reason, s.name AS by, j.judged_at AS at FROM ${EARLIER}`;
    return pageOf(tx, IN_ORDER.earlier, sql, [itemId], page);
  }
  async earlierTotal(tx: Tx, itemId: string): Promise<number> {
    const [{ n }] = await tx.query<{ n: number }[]>(`SELECT count(*)::int AS n FROM ${EARLIER}`, [itemId]);
    return n;
  }
  sameTextOf(tx: Tx, reader: { staffId: string }, itemId: string, page: PageDto): Promise<Page<SameText>> {
    const sql = `SELECT ${IN_ORDER.earlier.place}, j.id, j.post_id AS "postId", j.item_id AS "itemId", j.judgement, j.judged_at AS at, s.name AS by FROM ${SAME}`;
    return pageOf(tx, IN_ORDER.earlier, sql, [itemId, reader.staffId], page);
  }
  async sameTextTotal(tx: Tx, reader: { staffId: string }, itemId: string): Promise<number> {
    const [{ n }] = await tx.query<{ n: number }[]>(`SELECT count(*)::int AS n FROM ${SAME}`, [itemId, reader.staffId]);
    return n;
  }
  addressesOf(tx: Tx, postId: string, page: PageDto): Promise<Page<PostAddress>> {
    const sql = `SELECT ${IN_ORDER.addresses.place}, a.id AS "addressId", a.kind, a.url, a.evidence_id AS "evidenceId" FROM ${ADDRESSES}`;
    return pageOf(tx, IN_ORDER.addresses, sql, [postId], page);
  }
  async addressTotal(tx: Tx, postId: string): Promise<number> {
    const [{ n }] = await tx.query<{ n: number }[]>(`SELECT count(*)::int AS n FROM ${ADDRESSES}`, [postId]);
    return n;
  }

  /** Reads a part of an item whose post the reader may know of. */
  private ofItem<T>(reader: { staffId: string }, itemId: string, read: (tx: Tx, postId: string) => Promise<T>): Promise<T> {
    return this.db.read(async (tx) => {
      const [item] = await tx.query<{ postId: string }[]>('SELECT t.post_id AS "postId" FROM classify.triage_items t WHERE t.id = $1', [
        itemId,
      ]);
      if (!item) throw new Problem('missing');
      await this.bars.refuse(tx, reader, item.postId);
      return read(tx, item.postId);
    });
  }
}
