import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/db.js';

export interface Factor {
  staffId: string;
  email: string;
  enrolled: boolean;
  /** somebody else chose the password */
  passwordGiven: boolean;
  pending: Buffer | null;
}
/** That a factor be taken away, which nobody has decided. */
export interface FactorReset {
  accountId: string;
  proposedBy: string;
}
const PENDING_MINUTES = 15;

@Injectable()
export class SecondFactorRepository {
  /** The account's factor, held until the transaction ends; a proposal counts for a quarter of an hour. */
  async lock(tx: Tx, accountId: string): Promise<Factor | undefined> {
    const [row] = await tx.query<Factor[]>(
      `SELECT staff_id AS "staffId", email, totp_secret IS NOT NULL AS enrolled, password_given AS "passwordGiven",
              CASE WHEN totp_pending_at > clock_timestamp() - make_interval(mins => $2) THEN totp_pending END AS pending
       FROM core.accounts WHERE id = $1 AND disabled_at IS NULL FOR UPDATE`,
      [accountId, PENDING_MINUTES],
    );
    return row;
  }
  async propose(tx: Tx, accountId: string, secret: Buffer): Promise<void> {
    await tx.query('UPDATE core.accounts SET totp_pending = $2, totp_pending_at = clock_timestamp() WHERE id = $1', [accountId, secret]);
  }
  /** The secret in force. */
  async secret(tx: Tx, accountId: string): Promise<Buffer | null> {
    const [row] = await tx.query<{ secret: Buffer | null }[]>(
      'SELECT totp_secret AS secret FROM core.accounts WHERE id = $1 AND disabled_at IS NULL',
      [accountId],
    );
    return row?.secret ?? null;
  }
  /** Marks a step of the one-time code as used; false when it was used before. */
  async useStep(tx: Tx, accountId: string, step: number): Promise<boolean> {
    const [, used] = await tx.query<[unknown, number]>(
      'UPDATE core.accounts SET totp_last_step = $2 WHERE id = $1 AND (totp_last_step IS NULL OR totp_last_step < $2)',
      [accountId, step],
    );
    return used === 1;
  }
  /** From now on the session counts as having shown the factor. */
  async shown(tx: Tx, sessionHash: Buffer): Promise<void> {
    await tx.query('UPDATE core.sessions SET second_factor_at = clock_timestamp() WHERE token_hash = $1', [sessionHash]);
  }
  /** The code's step counts as used; the session that confirmed goes on, with the factor proved. */
  async enrol(tx: Tx, accountId: string, step: number, sessionHash: Buffer): Promise<void> {
    await tx.query(
      'UPDATE core.accounts SET totp_secret = totp_pending, totp_last_step = $2, totp_pending = NULL, totp_pending_at = NULL WHERE id = $1',
      [accountId, step],
    );
    await this.shown(tx, sessionHash);
  }
  /** Nothing when somebody proposed it already. */
  async proposeReset(tx: Tx, accountId: string, by: string): Promise<string | undefined> {
    const [row] = await tx.query<{ id: string }[]>(
      'INSERT INTO core.second_factor_resets (account_id, proposed_by) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING id',
      [accountId, by],
    );
    return row?.id;
  }
  async openReset(tx: Tx, id: string): Promise<FactorReset | undefined> {
    const [row] = await tx.query<FactorReset[]>(
      'SELECT account_id AS "accountId", proposed_by AS "proposedBy" FROM core.second_factor_resets WHERE id = $1 AND decision IS NULL FOR UPDATE',
      [id],
    );
    return row;
  }
  async decideReset(tx: Tx, id: string, decision: 'approved' | 'declined', by: string): Promise<void> {
    await tx.query('UPDATE core.second_factor_resets SET decision = $2, decided_by = $3, decided_at = clock_timestamp() WHERE id = $1', [
      id,
      decision,
      by,
    ]);
  }
  async remove(tx: Tx, accountId: string): Promise<void> {
    await tx.query(
      'UPDATE core.accounts SET totp_secret = NULL, totp_last_step = NULL, totp_pending = NULL, totp_pending_at = NULL WHERE id = $1',
      [accountId],
    );
    await tx.query('DELETE FROM core.sessions WHERE account_id = $1', [accountId]);
  }
}
