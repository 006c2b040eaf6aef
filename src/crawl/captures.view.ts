import { Injectable } from '@nestjs/common';
import { Db } from '../core/database/db.js';
import type { Page } from '../core/http/answer.js';
import { Problem } from '../core/problem/problem.js';
import type { Capture, CaptureFile } from './capture-answers.js';

const COLUMNS = `c.id, c.post_id AS "postId", c.address_id AS "addressId", c.url, c.reason, s.name AS "orderedBy", c.ordered_at AS "orderedAt", c.state, c.outcome, c.platform, c.evidence_id AS "evidenceId",
  c.title, c.author, c.handle, c.posted_at AS "postedAt", c.ground, c.started_at AS "startedAt", c.ended_at AS "endedAt", o.observation, o.office_at AS "observedAt",
  coalesce((SELECT json_agg(json_build_object('name', p.name, 'sha256', p.sha256, 'mediaType', p.media_type, 'bytes', p.bytes) ORDER BY p.name) FROM crawl.capture_parts p WHERE p.capture_id = c.id), '[]') AS parts`;
const FROM = `FROM crawl.captures c LEFT JOIN crawl.observations o ON o.capture_id = c.id LEFT JOIN core.staff s ON s.id = c.ordered_by`;

@Injectable()
export class CapturesView {
  constructor(private readonly db: Db) {}

  /** The captures of a post, newest first. */
  list(postId: string, limit = 50): Promise<Page<Capture>> {
    return this.db.read(async (tx) => ({
      items: await tx.query<Capture[]>(`SELECT ${COLUMNS} ${FROM} WHERE c.post_id = $1 ORDER BY c.ordered_at DESC LIMIT $2`, [
        postId,
        limit,
      ]),
      nextCursor: null,
    }));
  }
  one(id: string): Promise<CaptureFile> {
    return this.db.read(async (tx) => {
      const [row] = await tx.query<CaptureFile[]>(
        `SELECT ${COLUMNS}, c.text, (SELECT json_agg(json_build_object('at', e.office ->> 'recordedAt', 'actor', st.name, 'part', e.office #>> '{data,part}') ORDER BY e.position DESC) FROM core.events e LEFT JOIN core.staff st ON st.id::text = e.office ->> 'actor'
           WHERE e.subject = c.post_id::text AND e.type = 'evidence.read' AND e.office #>> '{data,captureId}' = c.id::text) AS custody ${FROM} WHERE c.id = $1`,
        [id],
      );
      if (!row) throw new Problem('missing');
      return row;
    });
  }
}
