import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/db.js';
import { PREPARED } from '../database/preparing-client.js';
import { Problem } from '../problem/problem.js';
import { inForce } from './roles.repository.js';

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

@Injectable()
export class SessionsRepository {
  /** The session's person with the roles that count now: a revoked one is gone at the next request. */
  async get(tx: Tx, tokenHash: Buffer): Promise<SessionRow | undefined> {
    const [row] = await tx.query<SessionRow[]>(
      `${PREPARED}SELECT a.id AS "accountId", s.id AS "staffId", s.name, s.title, x.csrf, extract(epoch FROM clock_timestamp() - x.second_factor_at)::float8 AS "secondFactorAge", a.totp_secret IS NOT NULL AS enrolled, a.password_given AS "passwordGiven",
              coalesce((SELECT array_agg(r.role ORDER BY r.role) FROM core.staff_roles r WHERE r.staff_id = s.id AND ${inForce('r')}), '{}') AS roles
       FROM core.sessions x JOIN core.accounts a ON a.id = x.account_id JOIN core.staff s ON s.id = a.staff_id
       WHERE x.token_hash = $1 AND x.expires_at > clock_timestamp() AND a.disabled_at IS NULL`,
      [tokenHash],
    );
    return row;
  }
  /** Of these sessions, by the hash of their token as hex, those that are open, each with the roles of its person that count now. */
  async rolesOf(tx: Tx, tokenHashes: Buffer[]): Promise<Map<string, string>> {
    const rows = await tx.query<{ session: string; roles: string }[]>(
      `SELECT encode(x.token_hash, 'hex') AS session,
              coalesce((SELECT string_agg(r.role, ',' ORDER BY r.role) FROM core.staff_roles r WHERE r.staff_id = a.staff_id AND ${inForce('r')}), '') AS roles
       FROM core.sessions x JOIN core.accounts a ON a.id = x.account_id WHERE x.token_hash = ANY($1) AND x.expires_at > clock_timestamp() AND a.disabled_at IS NULL`,
      [tokenHashes],
    );
    return new Map(rows.map((r) => [r.session, r.roles]));
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
  /** Ends the sessions of an account, all but one, which must not have been ended meanwhile itself. */
  async closeOthers(tx: Tx, accountId: string, kept: Buffer | null): Promise<void> {
    await tx.query('DELETE FROM core.sessions WHERE account_id = $1 AND token_hash IS DISTINCT FROM $2', [accountId, kept]);
    if (kept && (await tx.query<unknown[]>('SELECT 1 FROM core.sessions WHERE token_hash = $1', [kept])).length === 0)
      throw new Problem('not-signed-in');
  }
}
