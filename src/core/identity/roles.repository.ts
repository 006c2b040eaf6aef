import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/db.js';

/** Who holds which role. */
export interface HeldRole {
  staffId: string;
  role: string;
}
/** What ended a role that is proposed anew: somebody's way into the account was given by another. */
export interface Reset {
  what: 'password' | 'second-factor';
  by: string;
}
const RIGHTS_LOCK = 715_002;

/** SQL: this role counts now. */
export const inForce = (role: string): string => `${role}.approved_at IS NOT NULL AND ${role}.ended_at IS NULL`;

@Injectable()
export class RolesRepository {
  async propose(tx: Tx, staffId: string, role: string, by: string | null, reset: Reset | null = null): Promise<string> {
    const [row] = await tx.query<{ id: string }[]>(
      'INSERT INTO core.staff_roles (staff_id, role, proposed_by, reset, reset_by) VALUES ($1, $2, $3, $4, $5) RETURNING id',
      [staffId, role, by, reset?.what ?? null, reset?.by ?? null],
    );
    return row.id;
  }
  async proposal(tx: Tx, id: string): Promise<{ staffId: string; role: string; proposedBy: string | null } | undefined> {
    const [row] = await tx.query<{ staffId: string; role: string; proposedBy: string | null }[]>(
      'SELECT staff_id AS "staffId", role, proposed_by AS "proposedBy" FROM core.staff_roles WHERE id = $1 AND approved_at IS NULL AND ended_at IS NULL FOR UPDATE',
      [id],
    );
    return row;
  }
  async approve(tx: Tx, id: string, by: string | null): Promise<void> {
    await tx.query('UPDATE core.staff_roles SET approved_by = $2, approved_at = clock_timestamp() WHERE id = $1', [id, by]);
  }
  async end(tx: Tx, staffId: string, role: string): Promise<boolean> {
    const [, ended] = await tx.query<[unknown, number]>(
      'UPDATE core.staff_roles SET ended_at = clock_timestamp() WHERE staff_id = $1 AND role = $2 AND ended_at IS NULL',
      [staffId, role],
    );
    return ended === 1;
  }
  /** The roles of this person that count now. */
  async heldBy(tx: Tx, staffId: string): Promise<string[]> {
    const rows = await tx.query<{ role: string }[]>(
      `SELECT r.role FROM core.staff_roles r WHERE r.staff_id = $1 AND ${inForce('r')} ORDER BY r.role`,
      [staffId],
    );
    return rows.map((r) => r.role);
  }
  /** The roles that count now, of everybody who can sign in. */
  inForce(tx: Tx): Promise<HeldRole[]> {
    return tx.query(
      `SELECT r.staff_id AS "staffId", r.role FROM core.staff_roles r WHERE ${inForce('r')}
         AND EXISTS (SELECT 1 FROM core.accounts a WHERE a.staff_id = r.staff_id AND a.disabled_at IS NULL)`,
    );
  }
  /** Changes of who holds what right pass one by one, and each sees the one before. */
  async hold(tx: Tx): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [RIGHTS_LOCK]);
  }
}
