import { Injectable } from '@nestjs/common';
import { Db } from '../core/database/db.js';
import { Log } from '../core/events/log.js';
import { Problem } from '../core/problem/problem.js';
import { CaseRepository } from './case.repository.js';
import { EntryRepository } from './entry.repository.js';
import { StepCase, type Person, type CaseStepped } from './step-case.use-case.js';
import './events.js';
import './problems.js';

export interface FallDecision {
  decision: 'approved' | 'declined';
  reason?: string | null;
  version: number;
}

/** A second person lets a confirmed case fall, or lets it stand. */
@Injectable()
export class DecideFall {
  constructor(
    private readonly db: Db,
    private readonly cases: CaseRepository,
    private readonly entries: EntryRepository,
    private readonly stepping: StepCase,
    private readonly log: Log,
  ) {}

  run(actor: Person, caseId: string, input: FallDecision): Promise<CaseStepped> {
    return this.db.tx(async (tx) => {
      const found = await this.cases.lock(tx, actor, caseId, input.version);
      const proposal = await this.entries.openFall(tx, caseId);
      if (!proposal) throw new Problem('case-lacks', { lacks: ['fall-proposed'] });
      if (proposal.proposedBy === actor.staffId) throw new Problem('own-fall');
      const reason = input.reason?.trim() || null;
      if (input.decision === 'declined') {
        if ((reason ?? '').length < 3) throw new Problem('step-reason-needed');
        await this.entries.decideFall(tx, proposal.id, 'declined', reason, actor.staffId);
        const version = await this.cases.touch(tx, found);
        await this.log.append(tx, {
          type: 'case.fall-declined',
          v: 1,
          public: {},
          office: { caseId, proposalId: proposal.id },
          actor: actor.staffId,
          subject: caseId,
        });
        return { state: found.state, version };
      }
      const stepped = await this.stepping.step(tx, actor, found, 'dismissed', reason ?? proposal.reason, true);
      await this.entries.decideFall(tx, proposal.id, 'approved', reason, actor.staffId);
      await this.log.append(tx, {
        type: 'case.fell',
        v: 1,
        public: {},
        office: { caseId, proposalId: proposal.id },
        actor: actor.staffId,
        subject: caseId,
      });
      return stepped;
    });
  }
}
