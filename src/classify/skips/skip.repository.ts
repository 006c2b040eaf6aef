import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';

export const SKIP_WAYS = ['left', 'run-out'] as const;
export type SkipWay = (typeof SKIP_WAYS)[number];

/** What an inspector does about a post that is more than looking at it. */
const ACTS = ['match.decided', 'match.named', 'post.judged', 'judgement.undone', 'post.split', 'capture.ordered', 'capture.joined'];
/** A claim that is drafted names no post: of the office's last ones, one of this person counts. */
const LAST_DRAFTS = 20;

/** Who left which item without a decision. */
@Injectable()
export class SkipRepository {
  async add(tx: Tx, itemId: string, staffId: string, way: SkipWay): Promise<void> {
    await tx.query('INSERT INTO classify.skips (item_id, staff_id, way) VALUES ($1, $2, $3)', [itemId, staffId, way]);
  }
  /** Whether somebody did something about a post since then, or drafted a claim. */
  async acted(tx: Tx, { staffId, postId, since }: { staffId: string; postId: string; since: Date }): Promise<boolean> {
    const [{ acted }] = await tx.query<{ acted: boolean }[]>(
      `SELECT EXISTS (SELECT 1 FROM core.events e WHERE e.subject = $2::text AND e.type = ANY($4) AND e.office ->> 'actor' = $1::text AND (e.office ->> 'recordedAt')::timestamptz >= $3)
         OR EXISTS (SELECT 1 FROM (SELECT e.office FROM core.events e WHERE e.type = 'claim.drafted' ORDER BY e.position DESC LIMIT ${LAST_DRAFTS}) d
           WHERE d.office ->> 'actor' = $1::text AND (d.office ->> 'recordedAt')::timestamptz >= $3) AS acted`,
      [staffId, postId, since, ACTS],
    );
    return acted;
  }
}
