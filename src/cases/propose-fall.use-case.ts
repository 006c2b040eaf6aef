import { Injectable } from '@nestjs/common';
import { Db } from '../core/database/db.js';
import type { Entered } from '../core/http/answer.js';
import { Log } from '../core/events/log.js';
import { Problem } from '../core/problem/problem.js';
import { caseFlow } from './case.flow.js';
import { CaseRepository } from './case.repository.js';
import { EntryRepository } from './entry.repository.js';
import './events.js';
import './problems.js';

/** Somebody finds that a confirmed case does not stand; a second person decides. */
@Injectable()
export class ProposeFall {
  constructor(
    private readonly db: Db,
    private readonly cases: CaseRepository,
    private readonly entries: EntryRepository,
    private readonly log: Log,
  ) {}

  run(actor: { staffId: string }, caseId: string, input: { reason: string; version: number }): Promise<Entered> {
    return this.db.tx(async (tx) => {
      const found = await this.cases.lock(tx, actor, caseId, input.version);
      const facts = await this.cases.facts(tx, caseId);
      const falls = caseFlow[found.state].some((step) => step.to === 'dismissed' && step.by.includes('case.fall'));
      if (!falls || !facts.everConfirmed) throw new Problem('no-such-step', { current: { state: found.state, version: found.version } });
      if (facts.fallProposedBy) throw new Problem('fall-proposed-already');
      const id = await this.entries.proposeFall(tx, caseId, input.reason.trim(), actor.staffId);
      const version = await this.cases.touch(tx, found);
      await this.log.append(tx, {
        type: 'case.fall-proposed',
        v: 1,
        public: {},
        office: { caseId, proposalId: id },
        actor: actor.staffId,
        subject: caseId,
      });
      return { id, version };
    });
  }
}
