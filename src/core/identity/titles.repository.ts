import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/db.js';
import type { Day } from '../http/answer.js';

/** A title that a person holds from one day to another, both included; a delegation makes its holder the deputy of that title. */
export interface StaffTitle {
  id: string;
  staffId: string;
  title: string;
  body: string;
  delegation: string | null;
  /** the day of that delegation */
  delegatedOn: Day | null;
  from: Day;
  to: Day | null;
}
export type NewTitle = Omit<StaffTitle, 'id'> & { by: string | null };
const TITLE = `t.id, t.staff_id AS "staffId", t.title, t.body, t.delegation, t.delegated_on::text AS "delegatedOn", t.from_day::text AS "from", t.to_day::text AS "to"`;

@Injectable()
export class TitlesRepository {
  async propose(tx: Tx, t: NewTitle): Promise<string> {
    const [row] = await tx.query<{ id: string }[]>(
      'INSERT INTO core.staff_titles (staff_id, title, body, delegation, delegated_on, from_day, to_day, proposed_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id',
      [t.staffId, t.title, t.body, t.delegation, t.delegatedOn, t.from, t.to, t.by],
    );
    return row.id;
  }
  async proposal(tx: Tx, id: string): Promise<(StaffTitle & { proposedBy: string | null }) | null> {
    const [row] = await tx.query<(StaffTitle & { proposedBy: string | null })[]>(
      `SELECT ${TITLE}, t.proposed_by AS "proposedBy" FROM core.staff_titles t WHERE t.id = $1 AND t.approved_at IS NULL AND t.ended_at IS NULL FOR UPDATE`,
      [id],
    );
    return row ?? null;
  }
  async approve(tx: Tx, id: string, by: string | null): Promise<void> {
    await tx.query('UPDATE core.staff_titles SET approved_by = $2, approved_at = clock_timestamp() WHERE id = $1', [id, by]);
  }
  /** Nobody holds it any more from the office's today on; nothing when it was over before. */
  async end(tx: Tx, staffId: string, id: string): Promise<StaffTitle | null> {
    const [[row]] = await tx.query<[StaffTitle[], number]>(
      `UPDATE core.staff_titles t SET ended_at = clock_timestamp() WHERE t.id = $1 AND t.staff_id = $2 AND t.ended_at IS NULL RETURNING ${TITLE}`,
      [id, staffId],
    );
    return row ?? null;
  }
  /** A title that somebody signed by, whatever became of it since. */
  async get(tx: Tx, id: string): Promise<StaffTitle> {
    return (await this.all(tx, [id])).get(id)!;
  }
  async all(tx: Tx, ids: readonly string[]): Promise<Map<string, StaffTitle>> {
    if (ids.length === 0) return new Map();
    const rows = await tx.query<StaffTitle[]>(`SELECT ${TITLE} FROM core.staff_titles t WHERE t.id = ANY($1::uuid[])`, [ids]);
    return new Map(rows.map((row) => [row.id, row]));
  }
  /** The approved titles that a person holds on a day. */
  held(tx: Tx, staffId: string, day: Day): Promise<StaffTitle[]> {
    return tx.query<StaffTitle[]>(
      `SELECT ${TITLE} FROM core.staff_titles t WHERE t.staff_id = $1 AND t.approved_at IS NOT NULL AND t.ended_at IS NULL
       AND t.from_day <= $2 AND (t.to_day IS NULL OR t.to_day >= $2) ORDER BY t.from_day, t.id`,
      [staffId, day],
    );
  }
}
