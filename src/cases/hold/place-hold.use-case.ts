import { Injectable } from '@nestjs/common';
import { Db } from '../../core/database/db.js';
import { Log } from '../../core/events/log.js';
import { Custody } from '../../core/evidence/custody.js';
import type { Entered } from '../../core/http/answer.js';
import { Problem } from '../../core/problem/problem.js';
import { CaseRepository } from '../case.repository.js';
import { HoldEvidence } from './hold-evidence.use-case.js';
import { HoldRepository } from './hold.repository.js';
import '../events.js';
import '../problems.js';

/** Legal staff put a case under hold: nothing of it is purged until two persons let it go. In whatever state it stands. */
@Injectable()
export class PlaceHold {
  constructor(
    private readonly db: Db,
    private readonly cases: CaseRepository,
    private readonly holds: HoldRepository,
    private readonly holding: HoldEvidence,
    private readonly custody: Custody,
    private readonly log: Log,
  ) {}

  run(actor: { staffId: string }, caseId: string, given: { reason: string; version: number }): Promise<Entered> {
    return this.db.tx(async (tx) => {
      const found = await this.cases.lock(tx, actor, caseId, given.version);
      if (await this.holds.open(tx, caseId)) throw new Problem('held-already');
      const reasonId = await this.custody.reason(tx, actor, given.reason, caseId);
      const holdId = await this.holds.place(tx, { caseId, reasonId, by: actor.staffId });
      const version = await this.cases.touch(tx, found);
      const office = { caseId, holdId, reasonId };
      await this.log.append(tx, { type: 'case.held', v: 1, public: {}, office, actor: actor.staffId, subject: caseId });
      await this.holding.run(tx, caseId, actor.staffId);
      return { id: holdId, version };
    });
  }
}
