import { Injectable } from '@nestjs/common';
import { Db, type Tx } from '../core/database/db.js';
import { Keyset } from '../core/database/keyset.js';
import { pageBy } from '../core/database/page-of.js';
import { reasonShown } from '../core/evidence/custody.js';
import type { Page } from '../core/http/answer.js';
import type { PageDto } from '../core/http/page.dto.js';
import type { CaseEvent } from './case-file.js';
import { ofCase } from './of-case.view.js';

const LATEST = new Keyset({ sql: 'e.position', kind: 'number', backwards: true });
// by index, newest of each subject: a walk down the whole log would be what the planner likes
const historySql = (after: string, most: string): string => `
  WITH positions AS MATERIALIZED (
    SELECT x.position FROM (SELECT unnest($1::text[]) UNION SELECT l.post_id::text FROM cases.case_posts l WHERE l.case_id::text = $2) AS about(subject) CROSS JOIN LATERAL (SELECT e.position FROM core.events e WHERE e.subject = about.subject AND ${after} ORDER BY e.position DESC LIMIT ${most}) x
    UNION SELECT y.position FROM (SELECT e.position FROM core.events e WHERE e.office -> 'data' ->> 'caseId' = $2 AND ${after} ORDER BY e.position DESC LIMIT ${most}) y),
  newest AS MATERIALIZED (SELECT position FROM positions ORDER BY position DESC LIMIT ${most})
  SELECT ${LATEST.place}, e.id, e.type, e.office ->> 'officeAt' AS at, e.office ->> 'recordedAt' AS "recordedAt", u.name AS "actorName", e.subject, e.office -> 'data' AS office, s.seq::float8 AS seq,
    coalesce((SELECT st.reason FROM cases.steps st WHERE st.id = (e.office -> 'data' ->> 'stepId')::uuid), ${reasonShown('$2')}) AS reason,
    CASE WHEN e.type = 'case.retitled' THEN (SELECT json_build_object('was', n.was, 'now', n.title) FROM cases.titles n WHERE n.id = (e.office -> 'data' ->> 'titleId')::uuid) END AS title
  FROM newest JOIN core.events e ON e.position = newest.position LEFT JOIN core.seals s ON s.event_id = e.id LEFT JOIN core.staff u ON u.id::text = e.office ->> 'actor'
  ORDER BY ${LATEST.by}`;

/** A record of a later room whose events name the case. */
interface Related {
  kind: string;
  id: string;
}

/** What happened with a case, its posts and what rooms to the right made of it, the latest first. */
@Injectable()
export class CaseHistoryView {
  constructor(private readonly db: Db) {}

  run(reader: { staffId: string }, caseId: string, page: PageDto): Promise<Page<CaseEvent>> {
    return ofCase(this.db, reader, caseId, async (tx) => this.of(tx, caseId, await this.related(tx, caseId), page));
  }
  of(tx: Tx, caseId: string, related: Related[], page: PageDto): Promise<Page<CaseEvent>> {
    return pageBy(tx, LATEST, [[caseId, ...related.map((r) => r.id)], caseId], page, historySql);
  }

  /** What rooms to the right made of this case, as the log tells it: a record whose events name the case. */
  related(tx: Tx, caseId: string): Promise<Related[]> {
    return tx.query<Related[]>(
      `SELECT split_part(e.type, '.', 1) AS kind, e.subject AS id FROM core.events e
       WHERE e.office -> 'data' ->> 'caseId' = $1 AND e.subject <> $1 AND split_part(e.type, '.', 1) NOT IN ('case', 'party', 'exhibit', 'capture', 'identity', 'personal-data', 'document', 'paper', 'file')
       GROUP BY 1, 2 ORDER BY min(e.position)`,
      [caseId],
    );
  }
}
