import { Injectable } from '@nestjs/common';
import { Db, type Tx } from '../../core/database/db.js';
import { Log } from '../../core/events/log.js';
import { Custody } from '../../core/evidence/custody.js';
import type { Versioned } from '../../core/http/answer.js';
import { Problem } from '../../core/problem/problem.js';
import { said } from '../../core/text/visible.js';
import { CaseRepository } from '../case.repository.js';
import { HoldRepository, type OpenHold } from './hold.repository.js';
import '../events.js';
import '../problems.js';

export interface ReleaseDecision {
  decision: 'approved' | 'declined';
  reason?: string | null;
  version: number;
}

/** A second person lets what is held go, or leaves it held. */
@Injectable()
export class DecideRelease {
  constructor(
    private readonly db: Db,
    private readonly cases: CaseRepository,
    private readonly holds: HoldRepository,
    private readonly custody: Custody,
    private readonly log: Log,
  ) {}

  run(actor: { staffId: string }, caseId: string, given: ReleaseDecision): Promise<Versioned> {
    return this.db.tx(async (tx) => {
      const found = await this.cases.lock(tx, actor, caseId, given.version);
      const hold = await this.holds.open(tx, caseId);
      if (!hold) throw new Problem('not-held');
      if (!hold.release) throw new Problem('no-release-proposed');
      if (hold.release.proposedBy === actor.staffId) throw new Problem('own-release');
      const reason = said(given.reason);
      if (given.decision === 'declined' && (reason ?? '').length < 3) throw new Problem('step-reason-needed');
      await this.holds.decideRelease(tx, { releaseId: hold.release.id, decision: given.decision, reason, by: actor.staffId });
      if (given.decision === 'approved') await this.release(tx, actor, caseId, hold, hold.release.reasonId);
      else
        await this.log.append(tx, {
          type: 'case.release-declined',
          v: 1,
          public: {},
          office: { caseId, holdId: hold.id },
          actor: actor.staffId,
          subject: caseId,
        });
      return { version: await this.cases.touch(tx, found) };
    });
  }

  private async release(tx: Tx, by: { staffId: string }, caseId: string, hold: OpenHold, reasonId: string): Promise<void> {
    await this.holds.end(tx, hold.id);
    const office = { caseId, holdId: hold.id, reasonId };
    await this.log.append(tx, { type: 'case.released', v: 1, public: {}, office, actor: by.staffId, subject: caseId });
    for (const item of await this.holds.taken(tx, hold.id, caseId)) await this.custody.released(tx, by.staffId, reasonId, item);
  }
}
