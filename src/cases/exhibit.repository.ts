import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Tx } from '../core/database/db.js';
import { PREPARED } from '../core/database/preparing-client.js';
import type { EvidenceKind } from '../core/evidence/evidence.js';

export interface NewExhibit {
  caseId: string;
  evidenceId: string;
  part: string;
  why: string;
  by: string | null;
}
export interface Exhibit {
  id: string;
  evidenceId: string;
  captureId: string | null;
  addressId: string | null;
}
/** Where an evidence item came from: a capture or a submission of an address, or a document of its own. */
export interface Origin {
  kind: EvidenceKind;
  captureId: string | null;
  addressId: string | null;
  postId: string | null;
  parts: string[];
  purged: boolean;
}

@Injectable()
export class ExhibitRepository {
  /** Read to attach it: a purge is waited for, and none begins until the transaction ends. */
  async origin(tx: Tx, evidenceId: string): Promise<Origin | null> {
    await tx.query(`SELECT pg_advisory_xact_lock_shared(hashtext('lachan holds'))`);
    const [row] = await tx.query<Origin[]>(
      `SELECT e.kind, c.id AS "captureId", coalesce(c.address_id, a.id) AS "addressId", coalesce(p.merged_into, p.id, c.post_id) AS "postId",
              coalesce((SELECT array_agg(name) FROM crawl.capture_parts WHERE capture_id = c.id), '{}') AS parts,
              EXISTS (SELECT 1 FROM core.evidence_tombstones t WHERE t.evidence_id = e.id) AS purged
       FROM core.evidence_items e LEFT JOIN crawl.captures c ON c.evidence_id = e.id
       LEFT JOIN intake.addresses a ON a.evidence_id = e.id
       LEFT JOIN intake.addresses own ON own.id = coalesce(c.address_id, a.id)
       LEFT JOIN intake.posts p ON p.id = own.post_id
       WHERE e.id = $1 LIMIT 1`,
      [evidenceId],
    );
    return row ?? null;
  }
  /** The id of the new exhibit; null when that part of that evidence is one already. */
  async attach(tx: Tx, x: NewExhibit, origin: Pick<Origin, 'captureId' | 'addressId'>): Promise<string | null> {
    const rows = await tx.query<{ id: string }[]>(
      `INSERT INTO cases.exhibits (id, case_id, evidence_id, part, why, capture_id, address_id, attached_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (case_id, evidence_id, part) DO NOTHING RETURNING id`,
      [randomUUID(), x.caseId, x.evidenceId, x.part, x.why, origin.captureId, origin.addressId, x.by],
    );
    return rows[0]?.id ?? null;
  }
  ofCase(tx: Tx, caseId: string): Promise<Exhibit[]> {
    return tx.query<Exhibit[]>(
      `${PREPARED}SELECT id, evidence_id AS "evidenceId", capture_id AS "captureId", address_id AS "addressId" FROM cases.exhibits WHERE case_id = $1 ORDER BY attached_at, id`,
      [caseId],
    );
  }
}
