import { Injectable } from '@nestjs/common';
import { firstLine } from '../../core/database/cut-at-word.js';
import { Db, type Tx } from '../../core/database/db.js';
import { unbarred } from '../../core/identity/bars.js';
import { Problem } from '../../core/problem/problem.js';
import { saysClaim } from '../../classify/index.js';
import { CASE_RESTS, notBarred } from '../../cases/index.js';
import { officeTable } from '../office-table.js';
import { type Reader } from '../section.js';
import type { CaseOnClaim, DraftOnClaim, RestsOnClaim } from './resting.js';

/** SQL: something that was done on the case `c` stands outside the house: a request that was delivered, a decision that was signed. */
export const ACTS_STAND = `(EXISTS (SELECT 1 FROM enforcement.takedowns t WHERE t.case_id = c.id AND t.kind = 'removal' AND t.state = 'sent')
  OR EXISTS (SELECT 1 FROM enforcement.penalties p WHERE p.case_id = c.id AND p.kind = 'decision' AND p.state IN ('signed', 'numbered', 'served', 'late', 'paid')))`;
/** SQL: a case `c` that rests on the claim `$2`, of which the reader `$1` may know. */
const ON_CLAIM = `${notBarred('$1')} AND ${CASE_RESTS} AND c.id IN (SELECT l.case_id FROM cases.case_posts l JOIN intake.posts p ON p.id = l.post_id
  JOIN LATERAL (SELECT x.judgement, x.claim_version_id FROM classify.judgements x WHERE x.post_id = coalesce(p.merged_into, p.id) AND NOT EXISTS (SELECT 1 FROM classify.judgement_undos u WHERE u.judgement_id = x.id) ORDER BY x.recorded_at DESC LIMIT 1) j ON j.judgement = 'false-statement-of-fact'
  JOIN classify.claim_versions v ON v.id = j.claim_version_id JOIN classify.claims k ON k.id = v.claim_id WHERE coalesce(k.merged_into, k.id) = $2)`;
const CASES = `SELECT c.id, c.number, c.state, coalesce(c.title, (SELECT ${firstLine('t.text', 140)} FROM cases.case_posts l JOIN classify.triage_items t ON t.post_id = l.post_id WHERE l.case_id = c.id ORDER BY l.added_at LIMIT 1)) AS title,
    (SELECT s.name FROM core.staff s WHERE s.id = c.assignee) AS assignee, ${ACTS_STAND} AS acts
  FROM cases.cases c WHERE ${ON_CLAIM} AND (c.state <> 'closed' OR ${ACTS_STAND})`;
const DRAFTS = `SELECT * FROM (
    SELECT 'takedown' AS kind, t.id, t.reference, t.state, c.id AS "caseId", c.number FROM enforcement.takedowns t JOIN cases.cases c ON c.id = t.case_id
    WHERE t.kind = 'removal' AND t.state IN ('draft', 'approved', 'sending', 'undeliverable') AND $3 AND ${ON_CLAIM}
    UNION ALL
    SELECT 'penalty', p.id, p.number, p.state, c.id, c.number FROM enforcement.penalties p JOIN cases.cases c ON c.id = p.case_id
    WHERE p.kind = 'decision' AND p.state = 'draft' AND $4 AND ${ON_CLAIM}) d`;

/** What rests on a claim: who finds that it is false no more finds here what to look at anew. */
@Injectable()
export class RestingView {
  constructor(private readonly db: Db) {}

  run(reader: Reader, claimId: string): Promise<RestsOnClaim> {
    const may = (right: string) => reader.rights.has(right);
    const asked = [reader.staffId, claimId];
    return this.db.read(async (tx) => {
      if ((await tx.query<unknown[]>('SELECT 1 FROM classify.claims WHERE id = $1', [claimId])).length === 0) throw new Problem('missing');
      return {
        queue: may('triage.read') ? await this.queue(tx, asked) : null,
        cases: may('case.read') ? await first<CaseOnClaim>(tx, CASES, 'number DESC', asked) : { items: [], total: 0 },
        drafts: await first<DraftOnClaim>(tx, DRAFTS, 'number, kind, id', [...asked, may('takedown.read'), may('penalty.read')]),
      };
    });
  }
  private async queue(tx: Tx, asked: unknown[]): Promise<number> {
    const [{ n }] = await tx.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM classify.triage_items t WHERE (t.state = 'waiting' OR t.look_again) AND ${unbarred('$1::uuid', 't.post_id')} AND EXISTS (SELECT 1 FROM ${saysClaim('t')} AND m.claim_id = $2)`,
      asked,
    );
    return n;
  }
}

async function first<T>(tx: Tx, sql: string, order: string, asked: unknown[]): Promise<{ items: T[]; total: number }> {
  const rows = await tx.query<(T & { of: number })[]>(
    `SELECT x.*, count(*) OVER ()::int AS of FROM (${sql}) x ORDER BY ${order} LIMIT ${officeTable.work_lines}`,
    asked,
  );
  return { items: rows.map(({ of: _, ...row }) => row as unknown as T), total: rows[0]?.of ?? 0 };
}
