import { Injectable } from '@nestjs/common';
import { Db } from '../../core/database/db.js';
import type { Source } from '../likeness/fingerprint.repository.js';
import type { Stand, Walk } from './earlier-copies.js';

/** A post that came earlier. Its text comes with it where it has no fingerprint yet. */
export interface EarlierItem {
  place: Stand;
  source: Source;
  text: string | null;
  /** something is noted that it is like */
  alike: boolean;
}
/** SQL: no text of the post has a fingerprint: it came before there were any, or before short texts had one */
const UNPRINTED = `NOT EXISTS (SELECT 1 FROM classify.fingerprints f WHERE f.post_id = t.post_id AND f.kind = 'text')`;

@Injectable()
export class EarlierItems {
  constructor(private readonly db: Db) {}

  /** So many of the next ones. */
  page({ until, after }: Walk, size: number): Promise<EarlierItem[]> {
    return this.db.once<EarlierItem[]>(
      `SELECT json_build_object('at', t.received_at::text, 'itemId', t.id) AS place,
         json_build_object('postId', t.post_id, 'captureId', t.capture_id, 'addressId', CASE WHEN t.capture_id IS NULL THEN a.id END) AS source,
         CASE WHEN (t.capture_id IS NOT NULL OR a.id IS NOT NULL) AND ${UNPRINTED} THEN t.text END AS text,
         EXISTS (SELECT 1 FROM classify.likenesses l WHERE l.post_id = t.post_id) AS alike
       FROM classify.triage_items t LEFT JOIN LATERAL (SELECT a.id FROM intake.addresses a WHERE t.capture_id IS NULL AND a.evidence_id = t.evidence_id LIMIT 1) a ON true
       WHERE t.state <> 'merged' AND (t.received_at, t.id) <= ($1::timestamptz, $2::uuid) ${after ? 'AND (t.received_at, t.id) > ($4::timestamptz, $5::uuid)' : ''}
       ORDER BY t.received_at, t.id LIMIT $3`,
      [until.at, until.itemId, size, ...(after ? [after.at, after.itemId] : [])],
    );
  }
}
