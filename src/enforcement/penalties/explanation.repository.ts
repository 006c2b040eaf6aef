import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Tx } from '../../core/database/db.js';
import type { Confirmation } from '../penalty/confidence.js';
import type { Day } from '../penalty/day.js';
import type { Explanation, ExplanationKind } from './procedure.js';

export interface NewExplanation {
  violationId: string;
  kind: ExplanationKind;
  on: Day;
  says: string | null;
  exhibitId: string | null;
  by: string;
}

/** The right to explain, what was said by it, and what a lawyer confirmed of the law. */
@Injectable()
export class ExplanationRepository {
  async right(tx: Tx, violationId: string): Promise<boolean | null> {
    const [row] = await tx.query<{ right: boolean }[]>(
      'SELECT has_right AS right FROM enforcement.explanation_rights WHERE violation_id = $1',
      [violationId],
    );
    return row?.right ?? null;
  }
  /** False when somebody confirmed it before. */
  async confirmRight(tx: Tx, violationId: string, right: boolean, by: string): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      'INSERT INTO enforcement.explanation_rights (violation_id, has_right, confirmed_by) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING 1',
      [violationId, right, by],
    );
    return rows.length > 0;
  }
  async add(tx: Tx, e: NewExplanation): Promise<string> {
    const id = randomUUID();
    await tx.query(
      'INSERT INTO enforcement.explanations (id, violation_id, kind, on_day, says, exhibit_id, recorded_by) VALUES ($1, $2, $3, $4, $5, $6, $7)',
      [id, e.violationId, e.kind, e.on, e.says, e.exhibitId, e.by],
    );
    return id;
  }
  all(tx: Tx, violationId: string): Promise<Explanation[]> {
    return tx.query<Explanation[]>(
      'SELECT id, kind, on_day::text AS "on" FROM enforcement.explanations WHERE violation_id = $1 ORDER BY recorded_at, id',
      [violationId],
    );
  }
  /** The id of the confirmation; null when it stands on the case already. */
  async confirmLaw(tx: Tx, c: { caseId: string; about: string; document: string; by: string }): Promise<string | null> {
    const rows = await tx.query<{ id: string }[]>(
      'INSERT INTO enforcement.law_confirmations (id, case_id, about, document, confirmed_by) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING id',
      [randomUUID(), c.caseId, c.about, c.document, c.by],
    );
    return rows[0]?.id ?? null;
  }
  confirmations(tx: Tx, caseId: string, timeZone: string): Promise<Confirmation[]> {
    return tx.query<Confirmation[]>(
      `SELECT c.about, s.name AS by, (c.confirmed_at AT TIME ZONE $2)::date::text AS "on", c.document FROM enforcement.law_confirmations c JOIN core.staff s ON s.id = c.confirmed_by WHERE c.case_id = $1 ORDER BY c.confirmed_at, c.id`,
      [caseId, timeZone],
    );
  }
}
