import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/db.js';

export interface AccountRow {
  id: string;
  staffId: string;
  passwordHash: string;
  totpSecret: Buffer | null;
  totpLastStep: string | null;
}
export interface PasswordRow {
  hash: string;
  email: string;
  name: string;
  former: string[];
}

@Injectable()
export class AccountsRepository {
  async add(
    tx: Tx,
    p: { name: string; title: string; email: string; passwordHash: string; passwordGiven: boolean },
  ): Promise<{ staffId: string; accountId: string }> {
    const [staff] = await tx.query<{ id: string }[]>('INSERT INTO core.staff (name, title) VALUES ($1, $2) RETURNING id', [
      p.name,
      p.title,
    ]);
    const [account] = await tx.query<{ id: string }[]>(
      'INSERT INTO core.accounts (staff_id, email, password_hash, password_given) VALUES ($1, $2, $3, $4) RETURNING id',
      [staff.id, p.email, p.passwordHash, p.passwordGiven],
    );
    return { staffId: staff.id, accountId: account.id };
  }
  async get(tx: Tx, email: string): Promise<AccountRow | undefined> {
    const [row] = await tx.query<AccountRow[]>(
      `SELECT id, staff_id AS "staffId", password_hash AS "passwordHash", totp_secret AS "totpSecret", totp_last_step AS "totpLastStep"
       FROM core.accounts WHERE email = $1 AND disabled_at IS NULL`,
      [email],
    );
    return row;
  }
  /** Holds the account until the transaction ends; false when its password, its factor or its lock was changed since it was read. */
  async holdUnchanged(tx: Tx, a: AccountRow): Promise<boolean> {
    const [row] = await tx.query<{ same: boolean }[]>(
      `SELECT password_hash = $2 AND totp_secret IS NOT DISTINCT FROM $3 AND disabled_at IS NULL AS same FROM core.accounts WHERE id = $1 FOR UPDATE`,
      [a.id, a.passwordHash, a.totpSecret],
    );
    return row?.same ?? false;
  }
  /** The password that an account has, whose it is, and the former ones that may not come back. */
  async passwordOf(tx: Tx, accountId: string, last: number): Promise<PasswordRow | undefined> {
    const [row] = await tx.query<PasswordRow[]>(
      `SELECT a.password_hash AS hash, a.email, s.name, ARRAY(SELECT f.password_hash FROM (
         SELECT password_hash, given, row_number() OVER (ORDER BY ended_at DESC) AS n FROM core.former_passwords WHERE account_id = a.id) f
         WHERE f.given OR f.n <= $2) AS former
       FROM core.accounts a JOIN core.staff s ON s.id = a.staff_id WHERE a.id = $1 AND a.disabled_at IS NULL`,
      [accountId, last],
    );
    return row;
  }
  /** False when it was changed meanwhile. From now on it is the person's own. */
  async changePassword(tx: Tx, accountId: string, { from, to }: { from: string; to: string }): Promise<boolean> {
    const changed = await tx.query<unknown[]>(
      `WITH former AS (SELECT id, password_hash, password_given FROM core.accounts WHERE id = $1 AND password_hash = $2 FOR UPDATE),
       kept AS (INSERT INTO core.former_passwords (account_id, password_hash, given) SELECT * FROM former),
       now AS (UPDATE core.accounts a SET password_hash = $3, password_given = false FROM former WHERE a.id = former.id RETURNING a.id)
       SELECT id FROM now`,
      [accountId, from, to],
    );
    return changed.length === 1;
  }
  /** The account has this password of somebody else's choice from now on; whose account it is, nothing when there is none or it is locked. */
  async givePassword(tx: Tx, accountId: string, to: string): Promise<{ staffId: string; enrolled: boolean } | undefined> {
    const [row] = await tx.query<{ staffId: string; enrolled: boolean }[]>(
      `WITH former AS (SELECT id, password_hash, password_given FROM core.accounts WHERE id = $1 AND disabled_at IS NULL FOR UPDATE),
       kept AS (INSERT INTO core.former_passwords (account_id, password_hash, given) SELECT * FROM former),
       now AS (UPDATE core.accounts a SET password_hash = $2, password_given = true FROM former WHERE a.id = former.id RETURNING a.staff_id, a.totp_secret IS NOT NULL AS enrolled)
       SELECT staff_id AS "staffId", enrolled FROM now`,
      [accountId, to],
    );
    return row;
  }
  /** Whose account it was; nothing when there is none, or it was locked before. */
  async lock(tx: Tx, accountId: string): Promise<string | undefined> {
    const [[row]] = await tx.query<[{ staffId: string }[], number]>(
      'UPDATE core.accounts SET disabled_at = clock_timestamp() WHERE id = $1 AND disabled_at IS NULL RETURNING staff_id AS "staffId"',
      [accountId],
    );
    return row?.staffId;
  }
  /** Whose account it is; nothing when there is none, or it is not locked. */
  async unlock(tx: Tx, accountId: string): Promise<string | undefined> {
    const [[row]] = await tx.query<[{ staffId: string }[], number]>(
      'UPDATE core.accounts SET disabled_at = NULL WHERE id = $1 AND disabled_at IS NOT NULL RETURNING staff_id AS "staffId"',
      [accountId],
    );
    return row?.staffId;
  }
}
