import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Tx } from '../../core/database/db.js';
import type { SigningRole } from './signatures.js';

export interface SignatureRow {
  id: string;
  role: SigningRole;
  nameSealed: Buffer;
  /** what the record says of them beside the name; encrypted */
  detailsSealed: Buffer | null;
  signed: boolean;
  reason: string | null;
}

@Injectable()
export class RecordPeopleRepository {
  async addIdentity(tx: Tx, i: { violationId: string; commitment: string; sealed: Buffer; by: string }): Promise<void> {
    await tx.query(
      'INSERT INTO enforcement.violation_identities (id, violation_id, commitment, sealed, added_by) VALUES ($1, $2, $3, $4, $5)',
      [randomUUID(), i.violationId, i.commitment, i.sealed, i.by],
    );
  }
  /** By record, what is sealed under the commitment that it names. */
  async identities(tx: Tx, named: readonly { violationId: string; commitment: string }[]): Promise<Map<string, Buffer>> {
    const rows = await tx.query<{ violationId: string; sealed: Buffer }[]>(
      `SELECT i.violation_id AS "violationId", i.sealed FROM unnest($1::uuid[], $2::text[]) AS n (id, commitment)
       JOIN enforcement.violation_identities i ON i.violation_id = n.id AND i.commitment = n.commitment`,
      [named.map((n) => n.violationId), named.map((n) => n.commitment)],
    );
    return new Map(rows.map((r) => [r.violationId, r.sealed]));
  }
  async addSignature(tx: Tx, contentId: string, s: Omit<SignatureRow, 'id'> & { by: string }): Promise<string> {
    const id = randomUUID();
    await tx.query(
      'INSERT INTO enforcement.violation_signatures (id, content_id, role, name_sealed, details_sealed, signed, reason, recorded_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)',
      [id, contentId, s.role, s.nameSealed, s.detailsSealed, s.signed, s.reason, s.by],
    );
    return id;
  }
  signatures(tx: Tx, contentId: string): Promise<SignatureRow[]> {
    return tx.query<SignatureRow[]>(
      'SELECT id, role, name_sealed AS "nameSealed", details_sealed AS "detailsSealed", signed, reason FROM enforcement.violation_signatures WHERE content_id = $1 ORDER BY recorded_at, id',
      [contentId],
    );
  }
}
