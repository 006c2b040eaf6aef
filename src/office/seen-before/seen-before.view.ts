import { Injectable } from '@nestjs/common';
import { Db } from '../../core/database/db.js';
import { Keyset } from '../../core/database/keyset.js';
import { pageOf } from '../../core/database/page-of.js';
import type { Page } from '../../core/http/answer.js';
import type { PageDto } from '../../core/http/page.dto.js';
import { Bars, unbarred } from '../../core/identity/bars.js';
import type { Actor } from '../../core/identity/index.js';
import { Problem } from '../../core/problem/problem.js';
import { notBarred } from '../../cases/index.js';
import { stillOf } from '../../crawl/index.js';
import type { SeenBefore } from './seen-before-answers.js';

/** What was asked to be removed comes first, then what is in a case, then what was found last. */
const ORDER = new Keyset(
  { sql: 's.rank', kind: 'number', backwards: true },
  { sql: 's.at', kind: 'time', backwards: true },
  { sql: 's.id', kind: 'id', backwards: true },
);
const these = (post: string) => `(SELECT id FROM intake.posts WHERE id = ${post} OR merged_into = ${post})`;
const compared = (print: string) =>
  `(SELECT json_build_object('captureId', f.capture_id, 'addressId', f.address_id, 'picturePart', ${stillOf('f.capture_id', 'f.part')}) FROM classify.fingerprints f WHERE f.id = ${print})`;
/** of the post `$1`, for the reader `$2`, who may know of cases if `$3` and of requests if `$4` */
const SQL = `
  WITH pairs AS (
    SELECT earlier_post_id AS other, true AS earlier, kind, distance, fingerprint_id AS here, earlier_id AS there, found_at FROM classify.likenesses WHERE post_id IN ${these('$1')}
    UNION ALL
    SELECT post_id, false, kind, distance, earlier_id, fingerprint_id, found_at FROM classify.likenesses WHERE earlier_post_id IN ${these('$1')}
  ), nearest AS (
    SELECT DISTINCT ON (p.id, x.kind) p.id, x.* FROM pairs x JOIN intake.posts o ON o.id = x.other JOIN intake.posts p ON p.id = coalesce(o.merged_into, o.id)
    WHERE p.id <> $1 AND ${unbarred('$2::uuid', 'p.id')} ORDER BY p.id, x.kind, x.distance
  ), s AS (
    SELECT n.id, bool_or(n.earlier) AS earlier, min(n.found_at) AS at,
      json_agg(json_build_object('kind', n.kind, 'distance', n.distance, 'here', ${compared('n.here')}, 'there', ${compared('n.there')}) ORDER BY n.kind) AS likenesses,
      c.found AS "case", r.found AS removal, (r.found IS NOT NULL)::int * 2 + (c.found IS NOT NULL)::int AS rank
    FROM nearest n
    LEFT JOIN LATERAL (SELECT jsonb_build_object('id', c.id, 'number', c.number, 'state', c.state) AS found FROM cases.cases c
      WHERE $3 AND c.id IN (SELECT l.case_id FROM cases.case_posts l WHERE l.post_id IN ${these('n.id')}) AND ${notBarred('$2::uuid')} ORDER BY c.state = 'dismissed', c.number DESC LIMIT 1) c ON true
    LEFT JOIN LATERAL (SELECT jsonb_build_object('takedownId', t.id, 'reference', t.reference, 'state', i.state) AS found FROM enforcement.items i JOIN enforcement.takedowns t ON t.id = i.takedown_id
      WHERE $4 AND i.post_id IN ${these('n.id')} AND t.kind = 'removal' AND t.state = 'sent' AND i.state <> 'withdrawn' AND ${notBarred('$2::uuid', 't.case_id')} ORDER BY i.asked_at DESC LIMIT 1) r ON true
    GROUP BY n.id, c.found, r.found
  )
  SELECT ${ORDER.place}, s.id, s.earlier, s.at, s.likenesses, s."case", s.removal, t.id AS "itemId", t.platform, k.author,
    coalesce(k.url, (SELECT a.url FROM intake.addresses a WHERE a.post_id = s.id AND a.kind = 'url' ORDER BY a.created_at LIMIT 1)) AS url
  FROM s LEFT JOIN classify.triage_items t ON t.post_id = s.id LEFT JOIN crawl.captures k ON k.id = t.capture_id WHERE true`;

/** Other posts that show nearly the same picture, still or text as a post of the queue. */
@Injectable()
export class SeenBeforeView {
  constructor(
    private readonly db: Db,
    private readonly bars: Bars,
  ) {}

  run(actor: Actor, itemId: string, page: PageDto): Promise<Page<SeenBefore>> {
    return this.db.read(async (tx) => {
      const [item] = await tx.query<{ postId: string }[]>(
        `SELECT coalesce(p.merged_into, t.post_id) AS "postId" FROM classify.triage_items t LEFT JOIN intake.posts p ON p.id = t.post_id WHERE t.id = $1`,
        [itemId],
      );
      if (!item) throw new Problem('missing');
      await this.bars.refuse(tx, actor, item.postId);
      const may = (right: string) => actor.rights.has(right);
      return pageOf(tx, ORDER, SQL, [item.postId, actor.staffId, may('case.read'), may('takedown.read')], page);
    });
  }
}
