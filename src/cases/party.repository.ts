import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Tx } from '../core/database/db.js';
import type { PartyKind, PartyRole } from './case.js';

export interface NewParty {
  caseId: string;
  kind: PartyKind;
  role: PartyRole;
  nameSealed: Buffer;
  staffId: string | null;
  by: string;
}
export interface SealedParty {
  id: string;
  kind: PartyKind;
  role: PartyRole;
  nameSealed: Buffer;
  staffId: string | null;
}

@Injectable()
export class PartyRepository {
  async add(tx: Tx, p: NewParty): Promise<string> {
    const id = randomUUID();
    await tx.query(
      'INSERT INTO cases.parties (id, case_id, kind, role, name_sealed, staff_id, added_by) VALUES ($1, $2, $3, $4, $5, $6, $7)',
      [id, p.caseId, p.kind, p.role, p.nameSealed, p.staffId, p.by],
    );
    return id;
  }
  async get(tx: Tx, caseId: string, id: string): Promise<SealedParty | null> {
    const [row] = await tx.query<SealedParty[]>(
      'SELECT id, kind, role, name_sealed AS "nameSealed", staff_id AS "staffId" FROM cases.parties WHERE id = $1 AND case_id = $2',
      [id, caseId],
    );
    return row ?? null;
  }
  async noteRead(tx: Tx, partyId: string, by: string, reason: string): Promise<string> {
    const id = randomUUID();
    await tx.query('INSERT INTO cases.party_reads (id, party_id, read_by, reason) VALUES ($1, $2, $3, $4)', [id, partyId, by, reason]);
    return id;
  }
  async barred(tx: Tx, caseId: string): Promise<Set<string>> {
    const rows = await tx.query<{ staffId: string }[]>(
      'SELECT DISTINCT staff_id AS "staffId" FROM cases.parties WHERE case_id = $1 AND staff_id IS NOT NULL',
      [caseId],
    );
    return new Set(rows.map((r) => r.staffId));
  }
  async isStaff(tx: Tx, staffId: string): Promise<boolean> {
    return (await tx.query<unknown[]>('SELECT 1 FROM core.staff WHERE id = $1', [staffId])).length > 0;
  }
  /** The roles that count now. */
  async rolesOf(tx: Tx, staffId: string): Promise<string[]> {
    const rows = await tx.query<{ role: string }[]>(
      'SELECT role FROM core.staff_roles WHERE staff_id = $1 AND approved_at IS NOT NULL AND ended_at IS NULL',
      [staffId],
    );
    return rows.map((r) => r.role);
  }
}
