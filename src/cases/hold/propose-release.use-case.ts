import { Injectable } from '@nestjs/common';
import { Db } from '../../core/database/db.js';
import { Log } from '../../core/events/log.js';
import { Custody } from '../../core/evidence/custody.js';
import type { Entered } from '../../core/http/answer.js';
import { Problem } from '../../core/problem/problem.js';
import { CaseRepository } from '../case.repository.js';
import { HoldRepository } from './hold.repository.js';
import '../events.js';
import '../problems.js';

/** Somebody finds that a hold has served its end; a second person decides. */
@Injectable()
export class ProposeRelease {
  constructor(
    private readonly db: Db,
    private readonly cases: CaseRepository,
    private readonly holds: HoldRepository,
    private readonly custody: Custody,
    private readonly log: Log,
  ) {}

  run(actor: { staffId: string }, caseId: string, given: { reason: string; version: number }): Promise<Entered> {
    return this.db.tx(async (tx) => {
      const found = await this.cases.lock(tx, actor, caseId, given.version);
      const hold = await this.holds.open(tx, caseId);
      if (!hold) throw new Problem('not-held');
      if (hold.release) throw new Problem('release-proposed-already');
      const reasonId = await this.custody.reason(tx, actor, given.reason, caseId);
      const id = await this.holds.proposeRelease(tx, { holdId: hold.id, reasonId, by: actor.staffId });
      const version = await this.cases.touch(tx, found);
      const office = { caseId, holdId: hold.id, reasonId };
      await this.log.append(tx, { type: 'case.release-proposed', v: 1, public: {}, office, actor: actor.staffId, subject: caseId });
      return { id, version };
    });
  }
}
