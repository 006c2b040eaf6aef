import { Injectable } from '@nestjs/common';
import { Db } from '../core/database/db.js';
import type { Versioned } from '../core/http/answer.js';
import { Log } from '../core/events/log.js';
import { RolesRepository } from '../core/identity/index.js';
import { rightsOf } from '../core/identity/rights.js';
import { Problem } from '../core/problem/problem.js';
import { CaseRepository } from './case.repository.js';
import './events.js';
import './problems.js';

/** Gives a case to somebody who may work on it, or to nobody. Who is barred and who lacks the right get the same answer. */
@Injectable()
export class AssignCase {
  constructor(
    private readonly db: Db,
    private readonly cases: CaseRepository,
    private readonly roles: RolesRepository,
    private readonly log: Log,
  ) {}

  run(actor: { staffId: string }, caseId: string, input: { staffId: string | null; version: number }): Promise<Versioned> {
    return this.db.tx(async (tx) => {
      const found = await this.cases.lock(tx, actor, caseId, input.version);
      const { staffId } = input;
      if (staffId) {
        const able = rightsOf(await this.roles.heldBy(tx, staffId)).has('case.work');
        if (!able || (await this.cases.isBarred(tx, caseId, staffId))) throw new Problem('not-assignable');
      }
      if (found.assignee === staffId) return { version: found.version };
      found.assignee = staffId;
      const version = await this.cases.touch(tx, found);
      await this.log.append(tx, {
        type: 'case.assigned',
        v: 1,
        public: {},
        office: { caseId, staffId },
        actor: actor.staffId,
        subject: caseId,
      });
      return { version };
    });
  }
}
