import { Injectable } from '@nestjs/common';
import { Db, type Tx } from '../core/database/db.js';
import { Keyset } from '../core/database/keyset.js';
import { pageOf } from '../core/database/page-of.js';
import type { Page } from '../core/http/answer.js';
import type { PageDto } from '../core/http/page.dto.js';
import { inForce } from '../core/identity/index.js';
import { rolesWith } from '../core/identity/rights.js';
import type { Colleague, StaffMember } from './case-entries.js';
import { ofCase } from './of-case.view.js';

const ABLE = rolesWith('case.work');
const NAME = 's.name COLLATE "vi-x-icu"';
const BY_NAME = new Keyset({ sql: NAME, kind: 'text', of: `SELECT ${NAME} FROM core.staff s WHERE s.id` }, { sql: 's.id', kind: 'id' });
const FROM = `FROM core.staff s WHERE EXISTS (SELECT 1 FROM core.staff_roles r WHERE r.staff_id = s.id AND ${inForce('r')} AND r.role = ANY($1))`;

/** The people of the office, by name: whoever may work on cases, and everybody, since anybody may be party to one; that somebody is barred from one is not told here. */
@Injectable()
export class ColleaguesView {
  constructor(private readonly db: Db) {}

  run(reader: { staffId: string }, caseId: string, page: PageDto): Promise<Page<Colleague>> {
    return ofCase(this.db, reader, caseId, (tx) => this.of(tx, page));
  }
  everybody(reader: { staffId: string }, caseId: string, page: PageDto): Promise<Page<StaffMember>> {
    const sql = `SELECT ${BY_NAME.place}, s.id AS "staffId", s.name, s.title FROM core.staff s WHERE true`;
    return ofCase(this.db, reader, caseId, (tx) => pageOf(tx, BY_NAME, sql, [], page));
  }
  of(tx: Tx, page: PageDto): Promise<Page<Colleague>> {
    return pageOf(tx, BY_NAME, `SELECT ${BY_NAME.place}, s.id AS "staffId", s.name ${FROM}`, [ABLE], page);
  }
  async total(tx: Tx): Promise<number> {
    const [{ n }] = await tx.query<{ n: number }[]>(`SELECT count(*)::int AS n ${FROM}`, [ABLE]);
    return n;
  }
}
