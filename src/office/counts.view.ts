import { Injectable } from '@nestjs/common';
import { Db, type Tx } from '../core/database/db.js';
import { unbarred } from '../core/identity/bars.js';
import { opens, SECTIONS, type Reader, type Section } from './work.view.js';

export type Counts = Record<'work' | 'triage' | 'cases' | 'claims' | 'takedowns' | 'corrections' | 'intake' | 'log' | 'users', number>;
const MOST = 10_000;
const WAITING: Section = {
  rights: ['triage.judge'],
  values: (reader) => [reader.staffId],
  sql: `SELECT 1 FROM classify.triage_items t WHERE (t.state = 'waiting' OR t.look_again) AND ${unbarred('$1::uuid', 't.post_id')}`,
};

/** What waits for this person, room by room, for the rail. */
@Injectable()
export class CountsView {
  constructor(private readonly db: Db) {}

  run(reader: Reader): Promise<Counts> {
    return this.db.read(async (tx) => {
      const counted: Record<string, number> = {};
      for (const [name, section] of Object.entries(SECTIONS)) counted[name] = await this.count(tx, section, reader);
      const {
        proposals,
        assigned,
        falls,
        claims,
        roles,
        identities,
        answers,
        takedowns,
        corrections,
        toCorrect,
        toDraft,
        toSend,
        late,
        gaveUp,
      } = counted as Record<keyof typeof SECTIONS, number>;
      const desk = toDraft + toSend + late;
      const correcting = corrections + toCorrect;
      const triage = await this.count(tx, WAITING, reader);
      return {
        work: proposals + assigned + falls + claims + roles + identities + answers + takedowns + desk + correcting + gaveUp,
        triage,
        cases: assigned + falls,
        claims,
        takedowns: takedowns + desk,
        corrections: correcting,
        intake: 0,
        log: gaveUp,
        users: roles,
      };
    });
  }
  private async count(tx: Tx, section: Section, reader: Reader): Promise<number> {
    if (!opens(section, reader)) return 0;
    const [row] = await tx.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM (SELECT 1 FROM (${section.sql}) lines WHERE ${section.waits ?? 'true'} LIMIT ${MOST}) x`,
      section.values(reader),
    );
    return row.n;
  }
}
