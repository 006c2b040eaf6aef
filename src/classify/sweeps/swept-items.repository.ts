import { Injectable } from '@nestjs/common';
import { Db, type Tx } from '../../core/database/db.js';
import type { SaidPart } from '../matching/said-parts.js';
import { saidIn } from '../readings/reading.repository.js';
import { authorOf } from '../triage.repository.js';
import type { Sweep, SweepCause } from './sweep.js';

export interface SweptItem {
  id: string;
  /** its place */
  at: string;
  text: string | null;
  author: string | null;
  textSha256: string | null;
  postedOn: string | null;
  receivedAt: Date;
  /** it was matched before with one of the claims that are asked about */
  had: boolean;
  /** what was read in its pictures and films */
  said: SaidPart[];
}

/** What came in, the newest first; of a retired claim only what it was matched with. */
export function pastItems(cause: SweepCause, after: boolean): string {
  return `SELECT t.id, t.received_at::text AS at, t.text, t.text_sha256 AS "textSha256", t.posted_on::text AS "postedOn", t.received_at AS "receivedAt", ${authorOf('c')} AS author,
      EXISTS (SELECT 1 FROM classify.matches m WHERE m.item_id = t.id AND m.claim_id = ANY($1::uuid[])) AS had,
      (SELECT coalesce(json_agg(s), '[]') FROM ${saidIn('t')} s) AS said
    FROM classify.triage_items t LEFT JOIN crawl.captures c ON c.id = t.capture_id
    WHERE t.state <> 'merged' ${after ? 'AND (t.received_at, t.id) < ($3::timestamptz, $4::uuid)' : ''}
      ${cause === 'retired' ? 'AND EXISTS (SELECT 1 FROM classify.matches m WHERE m.item_id = t.id AND m.claim_id = ANY($1::uuid[]))' : ''}
    ORDER BY t.received_at DESC, t.id DESC LIMIT $2`;
}

/** The posts that came in before, page by page. */
@Injectable()
export class SweptItems {
  constructor(private readonly db: Db) {}

  page(sweeps: readonly Sweep[], after: Sweep['after'], size: number): Promise<SweptItem[]> {
    const values = [sweeps.map((s) => s.claimId), size, ...(after ? [after.at, after.itemId] : [])];
    return this.db.once<SweptItem[]>(pastItems(sweeps[0].cause, after !== null), values);
  }
  /** Was the judgement of this item's post given on the strength of one of these claims, or of one that went into it? */
  async judgedBy(tx: Tx, itemId: string, claimIds: readonly string[]): Promise<boolean> {
    const [row] = await tx.query<{ claimId: string | null }[]>(
      `SELECT coalesce(c.merged_into, c.id) AS "claimId" FROM classify.judgements j LEFT JOIN classify.claim_versions v ON v.id = j.claim_version_id LEFT JOIN classify.claims c ON c.id = v.claim_id
       WHERE j.item_id = $1 AND NOT EXISTS (SELECT 1 FROM classify.judgement_undos u WHERE u.judgement_id = j.id) ORDER BY j.recorded_at DESC LIMIT 1`,
      [itemId],
    );
    return row?.claimId != null && claimIds.includes(row.claimId);
  }
}
