import { Injectable } from '@nestjs/common';
import type { Tx } from '../core/database/db.js';

@Injectable()
export class PaperRepository {
  /** The exhibit that an upload with this key became. */
  async byKey(tx: Tx, key: Buffer): Promise<string | null> {
    const [row] = await tx.query<{ id: string }[]>('SELECT exhibit_id AS id FROM cases.papers WHERE upload_key = $1', [key]);
    return row?.id ?? null;
  }
  async add(tx: Tx, exhibitId: string, key: Buffer | null): Promise<void> {
    await tx.query('INSERT INTO cases.papers (exhibit_id, upload_key) VALUES ($1, $2)', [exhibitId, key]);
  }
  async count(tx: Tx, caseId: string): Promise<number> {
    const [{ n }] = await tx.query<{ n: number }[]>(
      'SELECT count(*)::int AS n FROM cases.papers p JOIN cases.exhibits x ON x.id = p.exhibit_id WHERE x.case_id = $1',
      [caseId],
    );
    return n;
  }
  /** The evidence of a paper of this case, and who added it. */
  async find(tx: Tx, caseId: string, exhibitId: string): Promise<{ evidenceId: string; addedBy: string } | null> {
    const [row] = await tx.query<{ evidenceId: string; addedBy: string }[]>(
      'SELECT x.evidence_id AS "evidenceId", x.attached_by AS "addedBy" FROM cases.papers p JOIN cases.exhibits x ON x.id = p.exhibit_id WHERE x.id = $1 AND x.case_id = $2',
      [exhibitId, caseId],
    );
    return row ?? null;
  }
}
