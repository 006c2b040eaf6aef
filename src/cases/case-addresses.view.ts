import { Injectable } from '@nestjs/common';
import { Db, type Tx } from '../core/database/db.js';
import { Keyset } from '../core/database/keyset.js';
import { pageOf } from '../core/database/page-of.js';
import type { Page } from '../core/http/answer.js';
import type { PageDto } from '../core/http/page.dto.js';
import { Problem } from '../core/problem/problem.js';
import { lastSeen, lastSeenSignedIn } from '../crawl/index.js';
import type { CaseAddress } from './case-parts.js';
import { ofCase } from './of-case.view.js';

const IN_ORDER = new Keyset({ sql: 'a.created_at', kind: 'time' }, { sql: 'a.id', kind: 'id' });
/** so many come with the post */
const TOLD = 20;
const ADDRESS = `a.id AS "addressId", a.kind, a.url, left(a.text, 2000) AS text, a.evidence_id AS "evidenceId",
  ${lastSeen('a.id')} AS observation, ${lastSeenSignedIn('a.id')} AS "seenSignedIn"`;
/** SQL: by what a post is known, and what became it */
const knownBy = (postId: string): string =>
  `intake.addresses a WHERE a.post_id IN (SELECT ${postId} UNION ALL SELECT m.id FROM intake.posts m WHERE m.merged_into = ${postId})`;

/** SQL: the first addresses of a post, and how many there are. */
export const firstAddresses = (postId: string): string =>
  `coalesce((SELECT json_agg(x) FROM (SELECT ${ADDRESS} FROM ${knownBy(postId)} ORDER BY ${IN_ORDER.by} LIMIT ${TOLD}) x), '[]') AS addresses,
    (SELECT count(*)::int FROM ${knownBy(postId)}) AS "addressTotal"`;

/** By what a post of a case is known, and what was last seen there, page by page. */
@Injectable()
export class CaseAddressesView {
  constructor(private readonly db: Db) {}

  run(reader: { staffId: string }, caseId: string, postId: string, page: PageDto): Promise<Page<CaseAddress>> {
    return ofCase(this.db, reader, caseId, async (tx) => {
      if (!(await holds(tx, caseId, postId))) throw new Problem('missing');
      return pageOf<CaseAddress>(tx, IN_ORDER, `SELECT ${IN_ORDER.place}, ${ADDRESS} FROM ${knownBy('$1::uuid')}`, [postId], page);
    });
  }
}

async function holds(tx: Tx, caseId: string, postId: string): Promise<boolean> {
  const found = await tx.query<object[]>('SELECT 1 FROM cases.case_posts WHERE case_id = $1 AND post_id = $2', [caseId, postId]);
  return found.length > 0;
}
