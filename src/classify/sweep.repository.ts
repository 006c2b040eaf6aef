import { Injectable } from '@nestjs/common';
import { Db, type Tx } from '../core/database/db.js';
import type { SaidPart } from './matching/said-parts.js';
import { saidIn } from './readings/reading.repository.js';

export interface SweptItem {
  id: string;
  text: string | null;
  textSha256: string | null;
  postedOn: string | null;
  receivedAt: Date;
  had: boolean;
  said: SaidPart[];
}

/** The queue, batch by batch, in the order of its ids. */
@Injectable()
export class SweepRepository {
  constructor(private readonly db: Db) {}

  batch(claimId: string, after: string | null, size: number): Promise<SweptItem[]> {
    return this.db.once<SweptItem[]>(
      `SELECT t.id, t.text, t.text_sha256 AS "textSha256", t.posted_on::text AS "postedOn", t.received_at AS "receivedAt",
              EXISTS (SELECT 1 FROM classify.matches m WHERE m.claim_id = $1 AND m.item_id = t.id) AS had,
              (SELECT coalesce(json_agg(s), '[]') FROM ${saidIn('t')} s) AS said
       FROM classify.triage_items t WHERE ($2::uuid IS NULL OR t.id > $2) AND t.state <> 'merged' ORDER BY t.id LIMIT $3`,
      [claimId, after, size],
    );
  }
  /** Was the judgement of this item's post given on the strength of this claim? */
  async judgedBy(tx: Tx, itemId: string, claimId: string): Promise<boolean> {
    const [row] = await tx.query<{ claimId: string | null }[]>(
      `SELECT v.claim_id AS "claimId" FROM classify.judgements j LEFT JOIN classify.claim_versions v ON v.id = j.claim_version_id
       WHERE j.item_id = $1 AND NOT EXISTS (SELECT 1 FROM classify.judgement_undos u WHERE u.judgement_id = j.id) ORDER BY j.recorded_at DESC LIMIT 1`,
      [itemId],
    );
    return row?.claimId === claimId;
  }
}
