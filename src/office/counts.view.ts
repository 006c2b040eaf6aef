import { Injectable } from '@nestjs/common';
import { Db } from '../core/database/db.js';
import { unbarred } from '../core/identity/bars.js';
import { countLines } from './count-lines.view.js';
import { PENALTY_SECTIONS } from './my-work/penalty-work.view.js';
import { SignWorkView } from './my-work/sign-work.view.js';
import type { Reader, Section } from './section.js';
import { SECTIONS } from './my-work/work-sections.view.js';

export type Counts = Record<
  'work' | 'triage' | 'cases' | 'claims' | 'takedowns' | 'penalties' | 'corrections' | 'intake' | 'log' | 'users',
  number
>;
const WAITING: Section = {
  rights: ['triage.judge'],
  values: (reader) => [reader.staffId],
  sql: `SELECT 1 FROM classify.triage_items t WHERE (t.state = 'waiting' OR t.look_again) AND ${unbarred('$1::uuid', 't.post_id')}`,
};

/** What waits for this person, room by room, for the rail. */
@Injectable()
export class CountsView {
  constructor(
    private readonly db: Db,
    private readonly signing: SignWorkView,
  ) {}

  run(reader: Reader): Promise<Counts> {
    return this.db.read(async (tx) => {
      const counted: Record<string, number> = {};
      for (const [name, section] of Object.entries(SECTIONS)) counted[name] = await countLines(tx, section, reader);
      const n = counted as Record<keyof typeof SECTIONS, number>;
      const desk = n.toRedraft + n.toDraft + n.toSend + n.late;
      const correcting = n.corrections + n.toCorrect;
      const toSign = await this.signing.count(tx, reader);
      const penalties = Object.keys(PENALTY_SECTIONS).reduce((sum, name) => sum + n[name as keyof typeof PENALTY_SECTIONS], toSign);
      const users = n.roles + n.titles + n.resets;
      const claims = n.claims + n.toReword;
      const keeping = n.purges + n.releases;
      const approving = n.falls + keeping + claims + users + n.identities + n.takedowns;
      const triage = await countLines(tx, WAITING, reader);
      return {
        work: n.proposals + n.assigned + n.overtaken + approving + n.answers + desk + correcting + penalties + n.signedOut + n.gaveUp,
        triage,
        cases: n.assigned + n.overtaken + n.falls + keeping,
        claims,
        takedowns: n.takedowns + desk,
        penalties,
        corrections: correcting,
        intake: 0,
        log: n.gaveUp,
        users: users + n.signedOut,
      };
    });
  }
}
