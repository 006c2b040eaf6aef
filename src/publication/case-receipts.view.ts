import { Injectable } from '@nestjs/common';
import type { Tx } from '../core/database/db.js';
import { receiptOf, type ReceiptFacts, type ReceiptState } from './receipt.js';
import { receiptFacts, receiptTimes } from './receipt.view.js';

/** How many receipts there are about the posts of a case, and what those looked at tell now. */
export interface CaseReceipts {
  total: number;
  told: { state: ReceiptState; n: number }[];
}
const POSTS = 20;
const RECEIPTS = 200;
/** SQL: the receipts about one post and those merged into it. */
const about = (postId: string): string =>
  `(SELECT ${postId} AS id UNION ALL SELECT m.id FROM intake.posts m WHERE m.merged_into = ${postId}) o
   JOIN intake.report_posts l ON l.post_id = o.id AND l.ended_at IS NULL JOIN intake.receipts c ON c.report_id = l.report_id`;
const COUNTED = `SELECT count(*)::int AS total FROM unnest($1::uuid[]) AS w (post_id) CROSS JOIN LATERAL (SELECT 1 FROM ${about('w.post_id')}) x`;
const SOME = `SELECT x.received_at, x.address_id, w.post_id FROM unnest($1::uuid[]) AS w (post_id)
  CROSS JOIN LATERAL (SELECT r.received_at, l.address_id FROM ${about('w.post_id')} JOIN intake.reports r ON r.id = l.report_id LIMIT ${RECEIPTS}) x`;

/** What the people who reported a case's posts read now; of many, of the first some. */
@Injectable()
export class CaseReceiptsView {
  async run(tx: Tx, postIds: readonly string[]): Promise<CaseReceipts> {
    const [{ total }] = await tx.query<{ total: number }[]>(COUNTED, [postIds]);
    const told = new Map<ReceiptState, number>();
    for (const facts of await tx.query<ReceiptFacts[]>(receiptFacts(SOME), [postIds.slice(0, POSTS), ...receiptTimes])) {
      const { state } = receiptOf(facts);
      told.set(state, (told.get(state) ?? 0) + 1);
    }
    return { total, told: [...told].map(([state, n]) => ({ state, n })) };
  }
}
