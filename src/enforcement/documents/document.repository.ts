import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import { sessionOf } from '../../crawl/index.js';
import type { Exhibited } from './known-facts.js';
import type { FormCode } from './models.js';

export interface PrintedRow {
  id: string;
  form: FormCode;
  formVersion: number;
  violationId: string;
  penaltyId: string | null;
  contentSha256: string;
  evidenceId: string;
}

/** What documents are written from beside the contents, and which were printed. */
@Injectable()
export class DocumentRepository {
  /** Exhibits in the order in which they are named, each with its link where it has one. */
  async exhibits(tx: Tx, ids: readonly string[]): Promise<Exhibited[]> {
    const found = await this.exhibited(tx, ids);
    return ids.flatMap((id) => found.get(id) ?? []);
  }
  /** Each by its id. */
  async exhibited(tx: Tx, ids: readonly string[]): Promise<Map<string, Exhibited>> {
    const rows = await tx.query<(Exhibited & { id: string })[]>(
      `SELECT x.id, coalesce(c.url, a.url) AS url, x.why, ${sessionOf('c.visitor')} IS NOT NULL AS "signedIn", e.sealed_at AS "sealedAt", e.sha256
       FROM cases.exhibits x JOIN core.evidence_items e ON e.id = x.evidence_id
       LEFT JOIN crawl.captures c ON c.id = x.capture_id LEFT JOIN intake.addresses a ON a.id = x.address_id WHERE x.id = ANY($1::uuid[])`,
      [ids],
    );
    return new Map(rows.map(({ id, ...exhibited }) => [id, exhibited]));
  }
  async staff(tx: Tx, staffId: string): Promise<{ name: string; title: string | null }> {
    const [row] = await tx.query<{ name: string; title: string | null }[]>('SELECT name, title FROM core.staff WHERE id = $1', [staffId]);
    return row;
  }
  async names(tx: Tx, staffIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await tx.query<{ id: string; name: string }[]>('SELECT id, name FROM core.staff WHERE id = ANY($1::uuid[])', [staffIds]);
    return new Map(rows.map((row) => [row.id, row.name]));
  }
  async writer(tx: Tx, recordContentId: string): Promise<string> {
    const [row] = await tx.query<{ by: string }[]>('SELECT written_by AS by FROM enforcement.violation_contents WHERE id = $1', [
      recordContentId,
    ]);
    return row.by;
  }
  /** False when it was printed before. */
  async add(tx: Tx, d: PrintedRow): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      `INSERT INTO enforcement.documents (id, form, form_version, violation_id, penalty_id, content_sha256, evidence_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING id`,
      [d.id, d.form, d.formVersion, d.violationId, d.penaltyId, d.contentSha256, d.evidenceId],
    );
    return rows.length > 0;
  }
  async isPrinted(tx: Tx, violationId: string, penaltyId: string | null): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      'SELECT 1 FROM enforcement.documents WHERE violation_id = $1 AND penalty_id IS NOT DISTINCT FROM $2',
      [violationId, penaltyId],
    );
    return rows.length > 0;
  }
  async get(tx: Tx, id: string): Promise<PrintedRow | null> {
    const [row] = await tx.query<PrintedRow[]>(
      `SELECT id, form, form_version AS "formVersion", violation_id AS "violationId", penalty_id AS "penaltyId", content_sha256 AS "contentSha256", evidence_id AS "evidenceId"
       FROM enforcement.documents WHERE id = $1`,
      [id],
    );
    return row ?? null;
  }
}
