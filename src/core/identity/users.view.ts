import { Injectable } from '@nestjs/common';
import { Db } from '../database/db.js';
import { Keyset, type Placed } from '../database/keyset.js';
import type { Day, Moment, Page } from '../http/answer.js';

/** A person with their accounts, and the roles that they have or that somebody proposed. */
export interface User {
  staffId: string;
  name: string;
  title: string;
  accounts: { id: string; email: string; disabledAt: Moment | null; secondFactor: boolean; resetProposed: boolean }[] | null;
  roles: { id: string; role: string; approvedAt: Moment | null }[];
  /** by which they sign for the office; one that is not approved waits */
  titles: {
    id: string;
    title: string;
    body: string;
    delegation: string | null;
    delegatedOn: Day | null;
    from: Day;
    to: Day | null;
    approvedAt: Moment | null;
  }[];
}
const NAME = 's.name COLLATE "vi-x-icu"';
const BY_NAME = new Keyset({ sql: NAME, kind: 'text', of: `SELECT ${NAME} FROM core.staff s WHERE s.id` }, { sql: 's.id', kind: 'id' });

/** The people of the office, by name. */
@Injectable()
export class UsersView {
  constructor(private readonly db: Db) {}

  list(query: { cursor?: string; limit?: number }): Promise<Page<User>> {
    const limit = query.limit ?? 50;
    const values: unknown[] = [];
    const put = (value: unknown) => `$${values.push(value)}`;
    const after = BY_NAME.after(query.cursor, put);
    return this.db.read(async (tx) => {
      const rows = await tx.query<Placed<User>[]>(
        `SELECT ${BY_NAME.place}, s.id AS "staffId", s.name, s.title,
                (SELECT json_agg(json_build_object('id', a.id, 'email', a.email, 'disabledAt', a.disabled_at, 'secondFactor', a.totp_secret IS NOT NULL, 'resetProposed', EXISTS (SELECT 1 FROM core.second_factor_resets q WHERE q.account_id = a.id AND q.decision IS NULL))) FROM core.accounts a WHERE a.staff_id = s.id) AS accounts,
                coalesce((SELECT json_agg(json_build_object('id', r.id, 'role', r.role, 'approvedAt', r.approved_at) ORDER BY r.role) FROM core.staff_roles r WHERE r.staff_id = s.id AND r.ended_at IS NULL), '[]') AS roles,
                coalesce((SELECT json_agg(json_build_object('id', t.id, 'title', t.title, 'body', t.body, 'delegation', t.delegation, 'delegatedOn', t.delegated_on, 'from', t.from_day, 'to', t.to_day, 'approvedAt', t.approved_at) ORDER BY t.from_day, t.id)
                  FROM core.staff_titles t WHERE t.staff_id = s.id AND t.ended_at IS NULL), '[]') AS titles
         FROM core.staff s WHERE ${after} ORDER BY ${BY_NAME.by} LIMIT ${put(limit + 1)}`,
        values,
      );
      return BY_NAME.page(rows, limit);
    });
  }
}
