import { Injectable } from '@nestjs/common';
import { Db } from '../database/db.js';
import { Keyset, type Placed } from '../database/keyset.js';
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
const LATEST = new Keyset({ sql: 'a.disabled_at', kind: 'time', backwards: true }, { sql: 'a.id', kind: 'id', backwards: true });
const LOCKED = `SELECT ${LATEST.place}, a.id AS "accountId", s.name, s.title, a.email, a.disabled_at AS "lockedAt",
    (SELECT u.name FROM core.events e JOIN core.staff u ON u.id::text = e.office ->> 'actor' WHERE e.subject = s.id::text AND e.type = 'account.disabled' AND e.office -> 'data' ->> 'accountId' = a.id::text ORDER BY e.position DESC LIMIT 1) AS "lockedBy"
  FROM core.accounts a JOIN core.staff s ON s.id = a.staff_id WHERE a.disabled_at IS NOT NULL`;

/** Locked accounts, the last one first, for whoever may lift a lock. */
@Injectable()
export class LockedAccountsView {
  constructor(private readonly db: Db) {}

  list(query: { cursor?: string; limit?: number }): Promise<Page<LockedAccount>> {
    const limit = query.limit ?? 50;
    const values: unknown[] = [];
    const put = (value: unknown) => `$${values.push(value)}`;
    const after = LATEST.after(query.cursor, put);
    return this.db.read(async (tx) => {
      const rows = await tx.query<Placed<LockedAccount>[]>(`${LOCKED} AND ${after} ORDER BY ${LATEST.by} LIMIT ${put(limit + 1)}`, values);
      return LATEST.page(rows, limit);
    });
  }
}
