import { Injectable } from '@nestjs/common';
import { countUpTo, type Rows } from '../core/database/count-up-to.js';
import { Db, type Tx } from '../core/database/db.js';
import { saysWords } from '../core/database/words.js';
import { Keyset, type Placed } from '../core/database/keyset.js';
import type { Page } from '../core/http/answer.js';
import { wordsTyped } from '../core/text/words.js';
import type { ClaimLine } from './claim-answers.js';
import { overtook } from './overtaken/overtaken.view.js';
import { MERGED_INTO, OPEN_MERGE } from './merging/merge.view.js';

const PAGE = 100;
export interface ClaimFilter {
  state?: string;
  returned?: boolean;
  importId?: string;
  q?: string;
  cursor?: string;
  limit?: number;
}
const FROM = `classify.claims c JOIN LATERAL (SELECT * FROM classify.claim_versions x WHERE x.claim_id = c.id ORDER BY number DESC LIMIT 1) v ON true`;
/** SQL: who sent a version back, when and why. */
export const RETURNED = `r.returned_at AS "returnedAt", b.name AS "returnedBy", r.reason AS "returnReason"`;
export const WITH_RETURN = 'LEFT JOIN classify.claim_returns r ON r.version_id = v.id LEFT JOIN core.staff b ON b.id = r.returned_by';
/** SQL: how the claim `c` left the registry, or who proposes that it does */
export const RETIREMENT = `(SELECT json_build_object('reason', r.reason, 'proposedBy', p.name, 'proposedById', p.id, 'proposedAt', r.proposed_at, 'decidedBy', d.name, 'decidedAt', r.decided_at)
  FROM classify.claim_retirements r JOIN core.staff p ON p.id = r.proposed_by LEFT JOIN core.staff d ON d.id = r.decided_by WHERE r.claim_id = c.id AND r.agreed IS DISTINCT FROM false)`;
const LATEST = new Keyset({ sql: 'v.drafted_at', kind: 'time', backwards: true }, { sql: 'c.id', kind: 'id', backwards: true });

/** The registry as its screens read it: what was worded last comes first. */
@Injectable()
export class ClaimsView {
  constructor(private readonly db: Db) {}

  list(filter: ClaimFilter): Promise<Page<ClaimLine>> {
    const limit = Math.min(filter.limit ?? 50, PAGE);
    const { from, where, values } = rowsOf(filter);
    const put = (value: unknown) => `$${values.push(value)}`;
    const after = LATEST.after(filter.cursor, put);
    return this.db.read(async (tx) => {
      const rows = await tx.query<Placed<ClaimLine>[]>(
        `SELECT ${LATEST.place}, c.id, c.state, c.version, v.id AS "versionId", v.number, v.topic, v.harm, v.wordings, v.truth, v.sources,
                v.false_from::text AS "falseFrom", v.false_to::text AS "falseTo", s.name AS "draftedBy", v.drafted_by AS "draftedById", v.drafted_at AS "draftedAt",
                (SELECT p.approved_at FROM classify.claim_approvals p WHERE p.version_id = v.id) AS "approvedAt",
                ${RETURNED},
                (SELECT count(*)::int FROM classify.matches m WHERE m.claim_id = c.id) AS matches,
                (SELECT json_build_object('since', o.since, 'cause', o.cause) FROM ${overtook('c.id')}) AS overtaken,
                ${RETIREMENT} AS retirement, ${MERGED_INTO} AS "mergedInto", ${OPEN_MERGE} AS merge
         FROM ${from} LEFT JOIN core.staff s ON s.id = v.drafted_by ${WITH_RETURN}
         WHERE ${where} AND ${after} ORDER BY ${LATEST.by} LIMIT ${put(limit + 1)}`,
        values,
      );
      return LATEST.page(rows, limit);
    });
  }
  count(tx: Tx, _reader: object, filter: ClaimFilter, most: number): Promise<number> {
    return countUpTo(tx, rowsOf(filter), most);
  }
}

const SAYS = `concat_ws(' ', v.truth, (SELECT string_agg(w ->> 'text', ' ') FROM jsonb_array_elements(v.wordings) w))`;
/** The claims `c` that a filter leaves, each with its newest version `v`. */
export function rowsOf({ state, returned, importId, q }: Omit<ClaimFilter, 'cursor' | 'limit'>): Rows {
  const values: unknown[] = [state ?? null, returned ?? null];
  const where = [
    '($1::text IS NULL OR c.state = $1)',
    '($2::boolean IS NULL OR EXISTS (SELECT 1 FROM classify.claim_returns x WHERE x.version_id = v.id) = $2)',
  ];
  if (importId)
    where.push(`EXISTS (SELECT 1 FROM classify.claim_versions x WHERE x.claim_id = c.id AND x.import_id = $${values.push(importId)})`);
  if (q?.trim()) where.push(saysWords(SAYS, wordsTyped(q), (value) => `$${values.push(value)}`));
  return { from: FROM, where: where.join(' AND '), values };
}
