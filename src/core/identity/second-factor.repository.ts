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
  async remove(tx: Tx, accountId: string): Promise<void> {
    await tx.query(
      'UPDATE core.accounts SET totp_secret = NULL, totp_last_step = NULL, totp_pending = NULL, totp_pending_at = NULL WHERE id = $1',
      [accountId],
    );
    await tx.query('DELETE FROM core.sessions WHERE account_id = $1', [accountId]);
  }
}
