import { Injectable } from '@nestjs/common';
import { Db, type Tx } from '../../core/database/db.js';
import { authorOf } from '../triage.repository.js';

/** A judged post with its words, and what people decided about it and claims. */
export interface JudgedPost {
  itemId: string;
  text: string;
  /** the name and handle over it */
  author: string | null;
  postedOn: string | null;
  receivedAt: Date;
  /** how often somebody left it without a decision */
  skips: number;
  decided: { claimId: string; right: boolean }[];
}

/** Posts whose judgement stands on the words that they have now. */
const JUDGED = `classify.triage_items t WHERE t.state = 'judged' AND NOT t.look_again AND t.text IS NOT NULL`;

/** What people decided, as the material on which other rules are tried. */
@Injectable()
export class JudgedPosts {
  constructor(private readonly db: Db) {}

  async count(tx: Tx, most: number): Promise<number> {
    const [{ n }] = await tx.query<{ n: number }[]>(`SELECT count(*)::int AS n FROM (SELECT 1 FROM ${JUDGED} LIMIT $1) x`, [most]);
    return n;
  }
  /** In the order of their ids. */
  batch(after: string | null, size: number): Promise<JudgedPost[]> {
    return this.db.once<JudgedPost[]>(
      `SELECT t.id AS "itemId", t.text, ${authorOf('c')} AS author, t.posted_on::text AS "postedOn", t.received_at AS "receivedAt", d.decided,
         (SELECT count(*)::int FROM classify.skips k WHERE k.item_id = t.id) AS skips
       FROM (SELECT * FROM ${JUDGED} AND ($1::uuid IS NULL OR t.id > $1) ORDER BY t.id LIMIT $2) t LEFT JOIN crawl.captures c ON c.id = t.capture_id
       CROSS JOIN LATERAL (SELECT coalesce(json_agg(json_build_object('claimId', x.claim_id, 'right', x.right)), '[]') AS decided FROM (
         SELECT m.claim_id, bool_or(m.decision = 'confirmed') AS right FROM classify.matches m
         WHERE m.item_id = t.id AND m.text_sha256 = t.text_sha256 AND m.decision IS NOT NULL GROUP BY m.claim_id) x) d
       ORDER BY t.id`,
      [after, size],
    );
  }
}
