import { Injectable } from '@nestjs/common';
import { countUpTo, type Rows } from '../core/database/count-up-to.js';
import { Db, type Tx } from '../core/database/db.js';
import { saysWords } from '../core/database/words.js';
import { Keyset, type Placed } from '../core/database/keyset.js';
import type { CountedPage } from '../core/http/answer.js';
import { wordsTyped } from '../core/text/words.js';
import type { CorrectionState } from './correction.flow.js';

/** A correction by its newest version. */
export interface CorrectionLine {
  id: string;
  claimId: string;
  claim: string | null;
  state: CorrectionState;
  version: number;
  title: string;
  languages: string[];
  /** the public reads an approved version */
  isPublic: boolean;
  /** the claim was retired or merged, or changed after this was written, or a case that rested on it fell since */
  lookAgain: boolean;
  caseFell: boolean;
  returned: boolean;
  withdrawalProposed: boolean;
  writtenBy: string | null;
  writtenAt: Date;
  publishedAt: Date | null;
  changedAt: Date | null;
}
export interface CorrectionFilter {
  state?: CorrectionState;
  lookAgain?: boolean;
  claimId?: string;
  q?: string;
  cursor?: string;
  limit?: number;
}

/** SQL: a post of this case was judged false by this claim. */
export const restsOn = (caseId: string, claimId: string): string =>
  `EXISTS (SELECT 1 FROM cases.case_posts l JOIN classify.judgements j ON j.post_id = l.post_id JOIN classify.claim_versions v ON v.id = j.claim_version_id WHERE l.case_id = ${caseId} AND v.claim_id = ${claimId}
     AND j.judgement = 'false-statement-of-fact' AND NOT EXISTS (SELECT 1 FROM classify.judgement_undos u WHERE u.judgement_id = j.id))`;
/** SQL: the newest content `n` of a correction `c`, and its claim `k`. */
export const WITH_NEWEST = `publication.corrections c JOIN classify.claims k ON k.id = c.claim_id
  JOIN LATERAL (SELECT x.* FROM publication.correction_contents x WHERE x.correction_id = c.id ORDER BY x.number DESC LIMIT 1) n ON true`;
/** SQL: a case about a post that was judged by its claim fell after the newest content was written, was not reopened, and nobody let it stand since. */
export const CASE_FELL = `(c.state <> 'withdrawn' AND EXISTS (SELECT 1 FROM cases.case_fall_decisions d JOIN cases.case_fall_proposals p ON p.id = d.proposal_id AND p.what = 'fall'
  WHERE d.decision = 'approved' AND NOT EXISTS (SELECT 1 FROM cases.case_fall_proposals q JOIN cases.case_fall_decisions e ON e.proposal_id = q.id AND e.decision = 'approved' WHERE q.case_id = p.case_id AND e.decided_at > d.decided_at)
  AND d.decided_at > greatest(n.written_at, (SELECT max(r.kept_at) FROM publication.correction_reviews r WHERE r.content_id = n.id)) AND ${restsOn('p.case_id', 'c.claim_id')}))`;
/** SQL: the claim was retired or merged, or changed after the newest content was written, or a case that rested on it fell. */
export const LOOK_AGAIN = `(c.state <> 'withdrawn' AND (k.state IN ('retired', 'merged') OR k.current_version_id IS DISTINCT FROM (n.content ->> 'claimVersionId')::uuid) OR ${CASE_FELL})`;
/** SQL: a proposal to withdraw it that nobody has decided. */
export const OPEN_WITHDRAWAL = `(SELECT w.id FROM publication.correction_withdrawals w WHERE w.correction_id = c.id AND NOT EXISTS (SELECT 1 FROM publication.correction_withdrawal_decisions d WHERE d.withdrawal_id = w.id))`;
export const CORRECTION_LINE = `c.id, c.claim_id AS "claimId", (SELECT v.wordings -> 0 ->> 'text' FROM classify.claim_versions v WHERE v.id = (n.content ->> 'claimVersionId')::uuid) AS claim, c.state, c.version,
  n.content -> 'vi' ->> 'title' AS title, CASE WHEN n.content -> 'en' = 'null' THEN ARRAY['vi'] ELSE ARRAY['vi', 'en'] END AS languages,
  c.public_content_id IS NOT NULL AND c.state <> 'withdrawn' AS "isPublic", ${LOOK_AGAIN} AS "lookAgain", ${CASE_FELL} AS "caseFell", EXISTS (SELECT 1 FROM publication.correction_returns r WHERE r.content_id = n.id) AS returned,
  ${OPEN_WITHDRAWAL} IS NOT NULL AS "withdrawalProposed", (SELECT s.name FROM core.staff s WHERE s.id = n.written_by) AS "writtenBy", n.written_at AS "writtenAt", c.published_at AS "publishedAt", c.changed_at AS "changedAt"`;

const NEWEST_FIRST = new Keyset({ sql: 'c.created_at', kind: 'time', backwards: true }, { sql: 'c.id', kind: 'id', backwards: true });

/** Corrections, newest first. */
@Injectable()
export class CorrectionListView {
  constructor(private readonly db: Db) {}

  run(filter: CorrectionFilter): Promise<CountedPage<CorrectionLine>> {
    const limit = filter.limit ?? 50;
    const { from, where, values } = rowsOf(filter);
    const asked = [...values];
    const put = (value: unknown) => `$${asked.push(value)}`;
    const after = NEWEST_FIRST.after(filter.cursor, put);
    return this.db.read(async (tx) => {
      const rows = await tx.query<Placed<CorrectionLine>[]>(
        `SELECT ${NEWEST_FIRST.place}, ${CORRECTION_LINE} FROM ${from} WHERE ${where}
         AND ${after} ORDER BY ${NEWEST_FIRST.by} LIMIT ${put(limit + 1)}`,
        asked,
      );
      const [{ total }] = await tx.query<{ total: number }[]>(`SELECT count(*)::int AS total FROM ${from} WHERE ${where}`, values);
      return { ...NEWEST_FIRST.page(rows, limit), total };
    });
  }
  count(tx: Tx, _reader: object, filter: CorrectionFilter, most: number): Promise<number> {
    return countUpTo(tx, rowsOf(filter), most);
  }
}

const SAYS = `concat_ws(' ', n.content #>> '{vi,title}', n.content #>> '{vi,said}', n.content #>> '{vi,truth}', n.content #>> '{en,title}')`;
function rowsOf({ state, lookAgain, claimId, q }: CorrectionFilter): Rows {
  const values: unknown[] = [state ?? null, lookAgain ?? null, claimId ?? null];
  const where = [
    `($1::text IS NULL OR c.state = $1) AND ($2::boolean IS NULL OR ${LOOK_AGAIN} = $2) AND ($3::uuid IS NULL OR c.claim_id = $3)`,
  ];
  if (q?.trim()) where.push(saysWords(SAYS, wordsTyped(q), (value) => `$${values.push(value)}`));
  return { from: WITH_NEWEST, where: where.join(' AND '), values };
}
