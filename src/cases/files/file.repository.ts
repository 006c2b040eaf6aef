import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import type { FileClaims } from '../../core/files/claims.js';

export interface NewFile {
  exhibitId: string;
  kind: string;
  name: string;
  origin: string;
  claims: FileClaims;
  still: Buffer | null;
  uploadKey: Buffer | null;
}
export interface KnownFile {
  evidenceId: string;
  addedBy: string | null;
  name: string;
  hasStill: boolean;
  /** the office let it go */
  purged: boolean;
}

@Injectable()
export class FileRepository {
  /** The exhibit that an upload with this key became. */
  async byKey(tx: Tx, key: Buffer): Promise<string | null> {
    const [row] = await tx.query<{ id: string }[]>('SELECT exhibit_id AS id FROM cases.files WHERE upload_key = $1', [key]);
    return row?.id ?? null;
  }
  async add(tx: Tx, f: NewFile): Promise<void> {
    await tx.query(
      'INSERT INTO cases.files (exhibit_id, kind, name, origin, claims, still, upload_key) VALUES ($1, $2, $3, $4, $5, $6, $7)',
      [f.exhibitId, f.kind, f.name, f.origin, f.claims, f.still, f.uploadKey],
    );
  }
  async count(tx: Tx, caseId: string): Promise<number> {
    const [{ n }] = await tx.query<{ n: number }[]>(
      'SELECT count(*)::int AS n FROM cases.files f JOIN cases.exhibits x ON x.id = f.exhibit_id WHERE x.case_id = $1',
      [caseId],
    );
    return n;
  }
  async find(tx: Tx, caseId: string, exhibitId: string): Promise<KnownFile | null> {
    const [row] = await tx.query<KnownFile[]>(
      `SELECT x.evidence_id AS "evidenceId", x.attached_by AS "addedBy", f.name, f.still IS NOT NULL AS "hasStill",
         EXISTS (SELECT 1 FROM core.evidence_tombstones t WHERE t.evidence_id = x.evidence_id) AS purged
       FROM cases.files f JOIN cases.exhibits x ON x.id = f.exhibit_id WHERE x.id = $1 AND x.case_id = $2`,
      [exhibitId, caseId],
    );
    return row ?? null;
  }
  async still(tx: Tx, exhibitId: string): Promise<Buffer> {
    const [{ still }] = await tx.query<{ still: Buffer }[]>('SELECT still FROM cases.files WHERE exhibit_id = $1', [exhibitId]);
    return still;
  }
}
