import { Injectable } from '@nestjs/common';
import { Db } from '../database/db.js';
import type { Page } from '../http/answer.js';

/** An account that is locked, and who locked it. */
export interface LockedAccount {
  accountId: string;
  name: string;
  title: string;
  email: string;
  lockedAt: Date;
  lockedBy: string | null;
}
const LOCKED = `SELECT a.id AS "accountId", s.name, s.title, a.email, a.disabled_at AS "lockedAt",
    (SELECT u.name FROM core.events e JOIN core.staff u ON u.id::text = e.office ->> 'actor' WHERE e.subject = s.id::text AND e.type = 'account.disabled' AND e.office -> 'data' ->> 'accountId' = a.id::text ORDER BY e.position DESC LIMIT 1) AS "lockedBy"
  FROM core.accounts a JOIN core.staff s ON s.id = a.staff_id WHERE a.disabled_at IS NOT NULL`;

/** Locked accounts, for whoever may lift a lock. */
@Injectable()
export class LockedAccountsView {
  constructor(private readonly db: Db) {}

  list(query: { cursor?: string; limit?: number }): Promise<Page<LockedAccount>> {
    const limit = query.limit ?? 50;
    return this.db.read(async (tx) => {
      const rows = await tx.query<LockedAccount[]>(`${LOCKED} AND ($1::uuid IS NULL OR a.id > $1) ORDER BY a.id LIMIT $2`, [
        query.cursor ?? null,
        limit + 1,
      ]);
      return { items: rows.slice(0, limit), nextCursor: rows.length > limit ? rows[limit - 1].accountId : null };
    });
  }
}
