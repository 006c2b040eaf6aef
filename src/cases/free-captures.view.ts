import { Injectable } from '@nestjs/common';
import { Db } from '../core/database/db.js';
import { Keyset } from '../core/database/keyset.js';
import { pageOf } from '../core/database/page-of.js';
import type { Page } from '../core/http/answer.js';
import type { PageDto } from '../core/http/page.dto.js';
import { neverLaidOut, sessionOf, type Outcome } from '../crawl/index.js';
import { ofCase } from './of-case.view.js';

/** A capture of one of the case's posts that is no exhibit of it yet. */
export interface FreeCapture {
  id: string;
  evidenceId: string;
  url: string;
  outcome: Outcome | null;
  /** the session that the visit bore */
  session: string | null;
  /** its words are those of the page's source, read before it was laid out */
  neverLaidOut: boolean;
  orderedAt: Date;
  endedAt: Date | null;
}
const NEWEST = new Keyset({ sql: 'c.ordered_at', kind: 'time', backwards: true }, { sql: 'c.id', kind: 'id', backwards: true });
/** of the case `$1`: by the address, which stays with its post when others are split off or join */
const FREE = `
  WITH posts AS (SELECT coalesce(p.merged_into, p.id) AS id FROM cases.case_posts l JOIN intake.posts p ON p.id = l.post_id WHERE l.case_id = $1),
    addresses AS (SELECT a.id FROM intake.addresses a WHERE a.post_id IN (SELECT id FROM posts UNION SELECT m.id FROM posts JOIN intake.posts m ON m.merged_into = posts.id))
  SELECT ${NEWEST.place}, c.id, c.evidence_id AS "evidenceId", c.url, c.outcome, ${sessionOf('c.visitor')} AS session, ${neverLaidOut('c')} AS "neverLaidOut", c.ordered_at AS "orderedAt", c.ended_at AS "endedAt"
  FROM crawl.captures c WHERE c.address_id IN (SELECT id FROM addresses) AND c.evidence_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM cases.exhibits x WHERE x.case_id = $1 AND x.evidence_id = c.evidence_id)
    AND NOT EXISTS (SELECT 1 FROM core.evidence_tombstones t WHERE t.evidence_id = c.evidence_id)`;

/** What can become an exhibit, the newest first. */
@Injectable()
export class FreeCapturesView {
  constructor(private readonly db: Db) {}

  run(reader: { staffId: string }, caseId: string, page: PageDto): Promise<Page<FreeCapture>> {
    return ofCase(this.db, reader, caseId, (tx) => pageOf<FreeCapture>(tx, NEWEST, FREE, [caseId], page));
  }
}
