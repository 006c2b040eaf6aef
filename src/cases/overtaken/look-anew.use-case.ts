import { Injectable } from '@nestjs/common';
import { Db } from '../../core/database/db.js';
import type { Entered } from '../../core/http/answer.js';
import { Log } from '../../core/events/log.js';
import { Problem } from '../../core/problem/problem.js';
import { CaseRepository } from '../case.repository.js';
import { EntryRepository } from '../entry.repository.js';
import { OvertakenGroundView } from './overtaken-ground.view.js';
import '../events.js';
import '../problems.js';

/** Somebody looked anew at a case whose claim was overtaken, and says what they found. What was decided stays; the steps of the case are there to change it. */
@Injectable()
export class LookAnew {
  constructor(
    private readonly db: Db,
    private readonly cases: CaseRepository,
    private readonly entries: EntryRepository,
    private readonly ground: OvertakenGroundView,
    private readonly log: Log,
  ) {}

  run(actor: { staffId: string }, caseId: string, input: { claimId: string; note: string; version: number }): Promise<Entered> {
    return this.db.tx(async (tx) => {
      const found = await this.cases.lock(tx, actor, caseId, input.version);
      const claim = (await this.ground.of(tx, caseId)).find((c) => c.claimId === input.claimId);
      if (!claim) throw new Problem('not-overtaken');
      const id = await this.entries.lookAnew(tx, { caseId, ...claim, note: input.note.trim(), by: actor.staffId });
      await this.log.append(tx, {
        type: 'case.looked-anew',
        v: 1,
        public: {},
        office: { caseId, claimId: claim.claimId, lookId: id },
        actor: actor.staffId,
        subject: caseId,
      });
      return { id, version: found.version };
    });
  }
}
