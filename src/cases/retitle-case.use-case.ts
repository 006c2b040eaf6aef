import { Injectable } from '@nestjs/common';
import { Db } from '../core/database/db.js';
import type { Versioned } from '../core/http/answer.js';
import { Log } from '../core/events/log.js';
import { Problem } from '../core/problem/problem.js';
import { takesEntries } from './case.js';
import { CaseRepository } from './case.repository.js';
import './events.js';
import './problems.js';

/** Calls a case that is still worked on by another title; what it was called before is kept beside the log, never in it. */
@Injectable()
export class RetitleCase {
  constructor(
    private readonly db: Db,
    private readonly cases: CaseRepository,
    private readonly log: Log,
  ) {}

  run(actor: { staffId: string }, caseId: string, input: { title: string; version: number }): Promise<Versioned> {
    return this.db.tx(async (tx) => {
      const found = await this.cases.lock(tx, actor, caseId, input.version);
      if (!takesEntries(found.state)) throw new Problem('case-not-open', { state: found.state });
      const title = input.title.trim();
      if (found.title === title) return { version: found.version };
      const titleId = await this.cases.addTitle(tx, { caseId, was: found.title, title, by: actor.staffId });
      found.title = title;
      const version = await this.cases.touch(tx, found);
      await this.log.append(tx, {
        type: 'case.retitled',
        v: 1,
        public: {},
        office: { caseId, titleId },
        actor: actor.staffId,
        subject: caseId,
      });
      return { version };
    });
  }
}
