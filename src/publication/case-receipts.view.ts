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
const OF_POST = 'coalesce(p.merged_into, p.id) = $1';

/** What the people who reported a case's posts read now; of many, of the first some. */
@Injectable()
export class CaseReceiptsView {
  async run(tx: Tx, postIds: readonly string[]): Promise<CaseReceipts> {
    const [{ total }] = await tx.query<{ total: number }[]>(
      `SELECT count(*)::int AS total FROM intake.receipts c JOIN intake.report_posts l ON l.report_id = c.report_id AND l.ended_at IS NULL JOIN intake.posts p ON p.id = l.post_id WHERE coalesce(p.merged_into, p.id) = ANY($1)`,
      [postIds],
    );
    const told = new Map<ReceiptState, number>();
    for (const postId of postIds.slice(0, POSTS))
      for (const facts of await tx.query<ReceiptFacts[]>(receiptFacts(OF_POST, RECEIPTS), [postId, ...receiptTimes])) {
        const { state } = receiptOf(facts);
        told.set(state, (told.get(state) ?? 0) + 1);
      }
    return { total, told: [...told].map(([state, n]) => ({ state, n })) };
  }
}
