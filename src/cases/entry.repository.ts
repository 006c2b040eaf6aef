import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Tx } from '../core/database/db.js';
import type { Turn } from './case.js';

export interface Fall {
  id: string;
  proposedBy: string;
  reason: string;
}

/** What is entered into a case: notes, deadlines, proposals that it falls or comes back. */
@Injectable()
export class EntryRepository {
  async note(tx: Tx, caseId: string, text: string, by: string): Promise<string> {
    const id = randomUUID();
    await tx.query('INSERT INTO cases.notes (id, case_id, text, written_by) VALUES ($1, $2, $3, $4)', [id, caseId, text, by]);
    return id;
  }
  async lookAnew(tx: Tx, l: { caseId: string; claimId: string; since: string; note: string; by: string }): Promise<string> {
    const id = randomUUID();
    await tx.query('INSERT INTO cases.overtaken_looks (id, case_id, claim_id, since, note, looked_by) VALUES ($1, $2, $3, $4, $5, $6)', [
      id,
      l.caseId,
      l.claimId,
      l.since,
      l.note,
      l.by,
    ]);
    return id;
  }
  async deadline(tx: Tx, d: { caseId: string; what: string; dueAt: Date; by: string }): Promise<string> {
    const id = randomUUID();
    await tx.query('INSERT INTO cases.deadlines (id, case_id, what, due_at, set_by) VALUES ($1, $2, $3, $4, $5)', [
      id,
      d.caseId,
      d.what,
      d.dueAt,
      d.by,
    ]);
    return id;
  }
  async meetDeadline(tx: Tx, caseId: string, id: string, by: string): Promise<boolean> {
    const [, met] = await tx.query<[unknown, number]>(
      'UPDATE cases.deadlines SET met_at = core.office_now(), met_by = $3 WHERE id = $1 AND case_id = $2 AND met_at IS NULL',
      [id, caseId, by],
    );
    return met === 1;
  }
  /** The case of a deadline that has passed unmet; null when it was met or marked before. */
  async passDeadline(tx: Tx, id: string): Promise<string | null> {
    const [rows] = await tx.query<[{ caseId: string }[], number]>(
      'UPDATE cases.deadlines SET passed_at = core.office_now() WHERE id = $1 AND met_at IS NULL AND passed_at IS NULL RETURNING case_id AS "caseId"',
      [id],
    );
    return rows[0]?.caseId ?? null;
  }

  async openFall(tx: Tx, caseId: string, what: Turn): Promise<Fall | null> {
    const [row] = await tx.query<Fall[]>(
      `SELECT p.id, p.proposed_by AS "proposedBy", p.reason FROM cases.case_fall_proposals p
       WHERE p.case_id = $1 AND p.what = $2 AND NOT EXISTS (SELECT 1 FROM cases.case_fall_decisions d WHERE d.proposal_id = p.id) LIMIT 1`,
      [caseId, what],
    );
    return row ?? null;
  }
  async proposeFall(tx: Tx, p: { caseId: string; what: Turn; reason: string; by: string }): Promise<string> {
    const id = randomUUID();
    await tx.query('INSERT INTO cases.case_fall_proposals (id, case_id, what, reason, proposed_by) VALUES ($1, $2, $3, $4, $5)', [
      id,
      p.caseId,
      p.what,
      p.reason,
      p.by,
    ]);
    return id;
  }
  async decideFall(tx: Tx, proposalId: string, decision: 'approved' | 'declined', reason: string | null, by: string): Promise<void> {
    await tx.query('INSERT INTO cases.case_fall_decisions (proposal_id, decision, reason, decided_by) VALUES ($1, $2, $3, $4)', [
      proposalId,
      decision,
      reason,
      by,
    ]);
  }
}
