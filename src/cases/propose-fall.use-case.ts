import { Injectable } from '@nestjs/common';
import { Db } from '../core/database/db.js';
import type { Entered } from '../core/http/answer.js';
import { Log } from '../core/events/log.js';
import { Problem } from '../core/problem/problem.js';
import { turnOf, type Turn } from './case.js';
import { CaseRepository } from './case.repository.js';
import { EntryRepository } from './entry.repository.js';
import './events.js';
import './problems.js';

/** Somebody finds that a confirmed case does not stand, or that one that fell does after all; a second person decides. */
@Injectable()
export class ProposeFall {
  constructor(
    private readonly db: Db,
    private readonly cases: CaseRepository,
    private readonly entries: EntryRepository,
    private readonly log: Log,
  ) {}

  run(actor: { staffId: string }, caseId: string, input: { reason: string; version: number }, turn: Turn = 'fall'): Promise<Entered> {
    return this.db.tx(async (tx) => {
      const found = await this.cases.lock(tx, actor, caseId, input.version);
      const facts = await this.cases.facts(tx, caseId);
      if (turnOf(found.state, facts) !== turn)
        throw new Problem('no-such-step', { current: { state: found.state, version: found.version } });
      if (facts.proposed) throw new Problem(turn === 'fall' ? 'fall-proposed-already' : 'reopening-proposed-already');
      const id = await this.entries.proposeFall(tx, { caseId, what: turn, reason: input.reason.trim(), by: actor.staffId });
      const version = await this.cases.touch(tx, found);
      await this.log.append(tx, {
        type: turn === 'fall' ? 'case.fall-proposed' : 'case.reopening-proposed',
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
