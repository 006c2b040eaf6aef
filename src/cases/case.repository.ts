import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Tx } from '../core/database/db.js';
import { PREPARED } from '../core/database/preparing-client.js';
import { Problem } from '../core/problem/problem.js';
import { notBarred } from './barred.view.js';
import { CaseRow } from './case.entity.js';
import type { CaseFacts } from './case.js';
import type { CaseState } from './case.flow.js';
import './problems.js';

@Injectable()
export class CaseRepository {
  /** The case, locked, for a person who may see it and has read its newest version. */
  async lock(tx: Tx, actor: { staffId: string }, id: string, version?: number): Promise<CaseRow> {
    const found = await tx.findOne(CaseRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!found || (await this.isBarred(tx, id, actor.staffId))) throw new Problem('missing');
    if (version !== undefined && version !== found.version)
      throw new Problem('stale', { current: { version: found.version, state: found.state } });
    return found;
  }
  /** Holds the case where it is until the transaction ends: who takes a step waits, who writes into it as well does not. */
  async hold(tx: Tx, id: string): Promise<void> {
    await tx.query('SELECT 1 FROM cases.cases WHERE id = $1 FOR SHARE', [id]);
  }
  find(tx: Tx, id: string): Promise<CaseRow | null> {
    return tx.findOneBy(CaseRow, { id });
  }
  async topic(tx: Tx, id: string): Promise<string> {
    const [row] = await tx.query<{ topic: string }[]>(
      `SELECT public ->> 'topic' AS topic FROM core.events WHERE subject = $1::text AND type = 'case.opened'`,
      [id],
    );
    return row?.topic ?? 'none';
  }
  async isBarred(tx: Tx, caseId: string, staffId: string): Promise<boolean> {
    const [{ free }] = await tx.query<{ free: boolean }[]>(`${PREPARED}SELECT ${notBarred('$2::uuid', '$1::uuid')} AS free`, [
      caseId,
      staffId,
    ]);
    return !free;
  }
  async touch(tx: Tx, found: CaseRow): Promise<number> {
    found.version += 1;
    await tx.query('UPDATE cases.cases SET state = $2, version = $3, assignee = $4, title = $5 WHERE id = $1', [
      found.id,
      found.state,
      found.version,
      found.assignee,
      found.title,
    ]);
    return found.version;
  }

  /** A new case under the next number of the office year. The year's counter stays locked to the end, so no number is lost or given twice. */
  async add(tx: Tx, given: { id: string; title: string | null; by: string; timeZone: string }): Promise<CaseRow> {
    const [{ year, serial }] = await tx
      .query<{ year: number; serial: number }[]>(
        `INSERT INTO cases.case_numbers AS n (year, last) SELECT extract(year FROM core.office_now() AT TIME ZONE $1)::int, 1
       ON CONFLICT (year) DO UPDATE SET last = n.last + 1 RETURNING year, last AS serial`,
        [given.timeZone],
      )
      .catch((error: { code?: string }) => {
        throw error.code === '23514' ? new Problem('numbers-used-up') : error;
      });
    await tx.query('INSERT INTO cases.cases (id, year, serial, title, assignee, opened_by) VALUES ($1, $2, $3, $4, $5, $5)', [
      given.id,
      year,
      serial,
      given.title,
      given.by,
    ]);
    return (await tx.findOneBy(CaseRow, { id: given.id }))!;
  }

  /** What the flow asks for, except what the classify room knows. */
  async facts(tx: Tx, caseId: string): Promise<Omit<CaseFacts, 'judgedFalse' | 'openPenalties'>> {
    const [row] = await tx.query<Omit<CaseFacts, 'judgedFalse' | 'openPenalties'>[]>(
      `${PREPARED}SELECT (SELECT count(*)::int FROM cases.exhibits x JOIN core.evidence_items e ON e.id = x.evidence_id WHERE x.case_id = $1
                 AND NOT EXISTS (SELECT 1 FROM core.evidence_tombstones t WHERE t.evidence_id = e.id)) AS "sealedExhibits",
              (SELECT count(*)::int FROM cases.deadlines d WHERE d.case_id = $1 AND d.met_at IS NULL) AS "openDeadlines",
              EXISTS (SELECT 1 FROM cases.steps s WHERE s.case_id = $1 AND s.to_state = 'confirmed') AS "everConfirmed",
              coalesce((SELECT p.what = 'fall' FROM cases.case_fall_proposals p JOIN cases.case_fall_decisions d ON d.proposal_id = p.id
                 WHERE p.case_id = $1 AND d.decision = 'approved' ORDER BY d.decided_at DESC LIMIT 1), false) AS fell,
              (SELECT json_build_object('what', p.what, 'by', p.proposed_by) FROM cases.case_fall_proposals p WHERE p.case_id = $1
                 AND NOT EXISTS (SELECT 1 FROM cases.case_fall_decisions d WHERE d.proposal_id = p.id) LIMIT 1) AS proposed`,
      [caseId],
    );
    return row;
  }
  async addTitle(tx: Tx, given: { caseId: string; was: string | null; title: string; by: string }): Promise<string> {
    const id = randomUUID();
    await tx.query('INSERT INTO cases.titles (id, case_id, was, title, given_by) VALUES ($1, $2, $3, $4, $5)', [
      id,
      given.caseId,
      given.was,
      given.title,
      given.by,
    ]);
    return id;
  }
  async addStep(tx: Tx, step: { caseId: string; from: CaseState; to: CaseState; reason: string | null; by: string }): Promise<string> {
    const id = randomUUID();
    await tx.query('INSERT INTO cases.steps (id, case_id, from_state, to_state, reason, taken_by) VALUES ($1, $2, $3, $4, $5, $6)', [
      id,
      step.caseId,
      step.from,
      step.to,
      step.reason,
      step.by,
    ]);
    return id;
  }
}
