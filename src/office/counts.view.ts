import { Injectable } from '@nestjs/common';
import { Db, type Tx } from '../core/database/db.js';
import { SECTIONS, type Reader, type Section } from './work.view.js';

export type Counts = Record<'work' | 'triage' | 'cases' | 'claims' | 'takedowns' | 'intake' | 'log' | 'users', number>;
const MOST = 10_000;
const WAITING: Section = { right: 'triage.judge', values: () => [], sql: `SELECT 1 FROM classify.triage_items WHERE state = 'waiting' OR look_again` };

/** What waits for this person, room by room, for the rail. */
@Injectable()
export class CountsView {
  constructor(private readonly db: Db) {}

  run(reader: Reader): Promise<Counts> {
    return this.db.read(async (tx) => {
      const n = (section: Section) => this.count(tx, section, reader);
      const [proposals, assigned, falls, claims, roles, log] = [await n(SECTIONS.proposals), await n(SECTIONS.assigned), await n(SECTIONS.falls), await n(SECTIONS.claims), await n(SECTIONS.roles), await n(SECTIONS.gaveUp)];
      return { work: proposals + assigned + falls + claims + roles + log, triage: await n(WAITING), cases: assigned + falls, claims, takedowns: 0, intake: 0, log, users: roles };
    });
  }
  private async count(tx: Tx, section: Section, reader: Reader): Promise<number> {
    if (!reader.rights.has(section.right)) return 0;
    const [row] = await tx.query<{ n: number }[]>(`SELECT count(*)::int AS n FROM (SELECT 1 FROM (${section.sql}) lines LIMIT ${MOST}) x`, section.values(reader));
    return row.n;
  }
}
