import { Injectable } from '@nestjs/common';
import { Db } from '../core/database/db.js';
import { Bars } from '../core/identity/bars.js';
import { Log } from '../core/events/log.js';
import type { Entered } from '../core/http/answer.js';
import { Problem } from '../core/problem/problem.js';
import { CaseRepository } from './case.repository.js';
import { PartyRepository } from './party.repository.js';
import './events.js';
import './problems.js';

export interface Lift {
  reason: string;
  version: number;
}

/**
 * Somebody was named in a case by mistake: a second person lifts the bar, and with it all that followed from it, in other cases too. Cases
 * that name them go on barring them.
 */
@Injectable()
export class LiftBar {
  constructor(
    private readonly db: Db,
    private readonly cases: CaseRepository,
    private readonly parties: PartyRepository,
    private readonly bars: Bars,
    private readonly log: Log,
  ) {}

  run(actor: { staffId: string }, caseId: string, partyId: string, { reason, version }: Lift): Promise<Entered> {
    return this.db.tx(async (tx) => {
      await this.bars.hold(tx);
      const found = await this.cases.lock(tx, actor, caseId, version);
      const bar = await this.parties.bar(tx, caseId, partyId);
      if (!bar) throw new Problem('missing');
      if (bar.addedBy === actor.staffId) throw new Problem('own-bar');
      await this.parties.liftBar(tx, { partyId, reason: reason.trim(), by: actor.staffId });
      await this.bars.lift(tx, bar.staffId, { but: await this.parties.bound(tx, bar.staffId) });
      const touched = await this.cases.touch(tx, found);
      await this.log.append(tx, {
        type: 'case.bar-lifted',
        v: 1,
        public: {},
        office: { caseId, partyId },
        actor: actor.staffId,
        subject: caseId,
      });
      return { id: partyId, version: touched };
    });
  }
}
