import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/db.js';
import { Problem } from '../problem/problem.js';

export interface SessionRow {
  accountId: string;
  staffId: string;
  name: string;
  title: string;
  csrf: string;
  roles: string[];
  /** seconds since the session last showed the second factor */
  secondFactorAge: number | null;
  enrolled: boolean;
  /** somebody else chose the password */
  passwordGiven: boolean;
}
export interface PasswordRow {
  hash: string;
  email: string;
  name: string;
  former: string[];
}
export interface AccountRow {
  id: string;
  staffId: string;
  passwordHash: string;
  totpSecret: Buffer | null;
  totpLastStep: string | null;
}

const RIGHTS_LOCK = 715_002;

@Injectable()
export class IdentityRepository {
  /** The session's person with the roles that count now: a revoked one is gone at the next request. */
  async session(tx: Tx, tokenHash: Buffer): Promise<SessionRow | undefined> {
    const [row] = await tx.query<SessionRow[]>(
      `SELECT a.id AS "accountId", s.id AS "staffId", s.name, s.title, x.csrf, extract(epoch FROM clock_timestamp() - x.second_factor_at)::float8 AS "secondFactorAge", a.totp_secret IS NOT NULL AS enrolled, a.password_given AS "passwordGiven",
              coalesce((SELECT array_agg(r.role ORDER BY r.role) FROM core.staff_roles r WHERE r.staff_id = s.id AND r.approved_at IS NOT NULL AND r.ended_at IS NULL), '{}') AS roles
       FROM core.sessions x JOIN core.accounts a ON a.id = x.account_id JOIN core.staff s ON s.id = a.staff_id
       WHERE x.token_hash = $1 AND x.expires_at > clock_timestamp() AND a.disabled_at IS NULL`,
      [tokenHash],
    );
    return row;
  }
  /** Of these sessions, by the hash of their token as hex, those that are open, each with the roles of its person that count now. */
  async rolesOfSessions(tx: Tx, tokenHashes: Buffer[]): Promise<Map<string, string>> {
    const rows = await tx.query<{ session: string; roles: string }[]>(
      `SELECT encode(x.token_hash, 'hex') AS session,
              coalesce((SELECT string_agg(r.role, ',' ORDER BY r.role) FROM core.staff_roles r WHERE r.staff_id = a.staff_id AND r.approved_at IS NOT NULL AND r.ended_at IS NULL), '') AS roles
       FROM core.sessions x JOIN core.accounts a ON a.id = x.account_id WHERE x.token_hash = ANY($1) AND x.expires_at > clock_timestamp() AND a.disabled_at IS NULL`,
      [tokenHashes],
    );
    return new Map(rows.map((r) => [r.session, r.roles]));
  }
  async account(tx: Tx, email: string): Promise<AccountRow | undefined> {
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
  async open(tx: Tx, s: { tokenHash: Buffer; accountId: string; csrf: string; hours: number; secondFactor: boolean }): Promise<void> {
    await tx.query(
      `INSERT INTO core.sessions (token_hash, account_id, csrf, expires_at, second_factor_at)
       VALUES ($1, $2, $3, clock_timestamp() + make_interval(hours => $4), CASE WHEN $5 THEN clock_timestamp() END)`,
      [s.tokenHash, s.accountId, s.csrf, s.hours, s.secondFactor],
    );
  }
  async close(tx: Tx, tokenHash: Buffer): Promise<void> {
    await tx.query('DELETE FROM core.sessions WHERE token_hash = $1', [tokenHash]);
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
  /** Ends the sessions of an account, all but one, which must not have been ended meanwhile itself. */
  async closeOthers(tx: Tx, accountId: string, kept: Buffer | null): Promise<void> {
    await tx.query('DELETE FROM core.sessions WHERE account_id = $1 AND token_hash IS DISTINCT FROM $2', [accountId, kept]);
    if (kept && (await tx.query<unknown[]>('SELECT 1 FROM core.sessions WHERE token_hash = $1', [kept])).length === 0)
      throw new Problem('not-signed-in');
  }
  /** Whose account it was; nothing when there is none, or it was locked before. */
  async lockAccount(tx: Tx, accountId: string): Promise<string | undefined> {
    const [[row]] = await tx.query<[{ staffId: string }[], number]>(
      'UPDATE core.accounts SET disabled_at = clock_timestamp() WHERE id = $1 AND disabled_at IS NULL RETURNING staff_id AS "staffId"',
      [accountId],
    );
    return row?.staffId;
  }
  /** Whose account it is; nothing when there is none, or it is not locked. */
  async unlockAccount(tx: Tx, accountId: string): Promise<string | undefined> {
    const [[row]] = await tx.query<[{ staffId: string }[], number]>(
      'UPDATE core.accounts SET disabled_at = NULL WHERE id = $1 AND disabled_at IS NOT NULL RETURNING staff_id AS "staffId"',
      [accountId],
    );
    return row?.staffId;
  }
  /** Marks a step of the one-time code as used; false when it was used before. */
  async useStep(tx: Tx, accountId: string, step: number): Promise<boolean> {
    const [, used] = await tx.query<[unknown, number]>(
      'UPDATE core.accounts SET totp_last_step = $2 WHERE id = $1 AND (totp_last_step IS NULL OR totp_last_step < $2)',
      [accountId, step],
    );
    return used === 1;
  }
  /** Notes a try and tells how many there were in the last quarter of an hour; of tries at the same time each counts those before it. */
  async tries(tx: Tx, key: Buffer): Promise<number> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('tries ' || encode($1, 'hex'), 0))`, [key]);
    await tx.query(`DELETE FROM core.sign_in_tries WHERE at < clock_timestamp() - interval '15 minutes'`);
    await tx.query('INSERT INTO core.sign_in_tries (key) VALUES ($1)', [key]);
    const [row] = await tx.query<{ n: number }[]>('SELECT count(*)::int AS n FROM core.sign_in_tries WHERE key = $1', [key]);
    return row.n;
  }
  /** The newest try counts no more. */
  async forgive(tx: Tx, key: Buffer): Promise<void> {
    await tx.query(
      'DELETE FROM core.sign_in_tries WHERE ctid = (SELECT t.ctid FROM core.sign_in_tries t WHERE t.key = $1 ORDER BY t.at DESC LIMIT 1)',
      [key],
    );
  }
  async addStaff(
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
  async proposeRole(tx: Tx, staffId: string, role: string, by: string | null): Promise<string> {
    const [row] = await tx.query<{ id: string }[]>(
      'INSERT INTO core.staff_roles (staff_id, role, proposed_by) VALUES ($1, $2, $3) RETURNING id',
      [staffId, role, by],
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
  async approveRole(tx: Tx, id: string, by: string | null): Promise<void> {
    await tx.query('UPDATE core.staff_roles SET approved_by = $2, approved_at = clock_timestamp() WHERE id = $1', [id, by]);
  }
  /** Changes of who holds what right pass one by one, and each sees the one before. */
  async holdRights(tx: Tx): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [RIGHTS_LOCK]);
  }
  /** The roles that count, of everybody who can sign in. */
  async rolesInForce(tx: Tx): Promise<string[]> {
    const rows = await tx.query<{ role: string }[]>(
      `SELECT DISTINCT r.role FROM core.staff_roles r WHERE r.approved_at IS NOT NULL AND r.ended_at IS NULL
         AND EXISTS (SELECT 1 FROM core.accounts a WHERE a.staff_id = r.staff_id AND a.disabled_at IS NULL)`,
    );
    return rows.map((r) => r.role);
  }
  async rolesHeld(tx: Tx, staffId: string): Promise<string[]> {
    const rows = await tx.query<{ role: string }[]>(
      'SELECT role FROM core.staff_roles WHERE staff_id = $1 AND approved_at IS NOT NULL AND ended_at IS NULL ORDER BY role',
      [staffId],
    );
    return rows.map((r) => r.role);
  }
  async endRole(tx: Tx, staffId: string, role: string): Promise<boolean> {
    const [, ended] = await tx.query<[unknown, number]>(
      'UPDATE core.staff_roles SET ended_at = clock_timestamp() WHERE staff_id = $1 AND role = $2 AND ended_at IS NULL',
      [staffId, role],
    );
    return ended === 1;
  }
}
