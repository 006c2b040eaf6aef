import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import { neverLaidOut } from '../laid-out.view.js';
import { sessionOf } from '../last-seen.view.js';
import type { ComparedSide } from './comparison.js';

/** A sealed look, as far as it is held against another. */
export interface ComparedLook extends Omit<ComparedSide, 'edited'> {
  postId: string;
  /** the post that it belongs to now */
  root: string;
  orderedAt: Date;
  text: string | null;
  textSha256: string | null;
  parts: { name: string; sha256: string }[];
}
/** the post's own picture, and how the post and the screen looked */
export const PICTURES = { own: 'picture-1', looks: ['post', 'view'] };
const NAMES = [PICTURES.own, ...PICTURES.looks];
const LOOK = `SELECT c.id, c.post_id AS "postId", coalesce(p.merged_into, p.id) AS root, c.url, c.visitor, c.route, ${sessionOf('c.visitor')} AS session, ${neverLaidOut('c')} AS "neverLaidOut", c.ordered_at AS "orderedAt", c.ended_at AS "endedAt", c.outcome, o.observation,
    c.title, c.author, c.handle, c.posted_at AS "postedAt", c.text, c.text_sha256 AS "textSha256",
    (SELECT coalesce(json_agg(json_build_object('name', x.name, 'sha256', x.sha256)), '[]') FROM crawl.capture_parts x
     WHERE x.capture_id = c.id AND (x.name = 'package' OR (x.name = ANY ($2) AND x.media_type IN ('image/png', 'image/jpeg', 'image/webp', 'image/gif')))) AS parts
  FROM crawl.captures c JOIN intake.posts p ON p.id = c.post_id LEFT JOIN crawl.observations o ON o.capture_id = c.id`;

@Injectable()
export class ComparedView {
  async get(tx: Tx, id: string): Promise<ComparedLook | undefined> {
    const [row] = await tx.query<ComparedLook[]>(`${LOOK} WHERE c.id = $1 AND c.state = 'sealed'`, [id, NAMES]);
    return row;
  }
  /** The sealed look at the same post before this one, of the same visitor by the same way. */
  async before(tx: Tx, { id, root, orderedAt, visitor, route }: ComparedLook): Promise<ComparedLook | undefined> {
    const [row] = await tx.query<ComparedLook[]>(
      `${LOOK} WHERE c.post_id IN (SELECT id FROM intake.posts WHERE id = $3 OR merged_into = $3) AND c.state = 'sealed' AND c.id <> $1 AND c.ordered_at <= $4 AND c.visitor = $5 AND c.route = $6
       ORDER BY c.ordered_at DESC, c.id DESC LIMIT 1`,
      [id, NAMES, root, orderedAt, visitor, route],
    );
    return row;
  }
}
