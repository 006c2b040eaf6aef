import { Injectable } from '@nestjs/common';
import { Clock } from '../core/clock/clock.js';
import { Db } from '../core/database/db.js';
import type { Entered, Versioned } from '../core/http/answer.js';
import { Log } from '../core/events/log.js';
import { Problem } from '../core/problem/problem.js';
import { takesEntries } from './case.js';
import { CaseRepository } from './case.repository.js';
import { EntryRepository } from './entry.repository.js';
import './events.js';
import './problems.js';

/** The timer of a deadline in the one table of what is due. */
export const DEADLINE = 'case-deadline';

/** Something must be done by a day of the office clock; it is met by hand, or it passes. */
@Injectable()
export class SetDeadline {
  constructor(
    private readonly db: Db,
    private readonly cases: CaseRepository,
    private readonly entries: EntryRepository,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  run(actor: { staffId: string }, caseId: string, input: { what: string; dueAt: Date; version?: number }): Promise<Entered> {
    return this.db.tx(async (tx) => {
      const found = await this.cases.lock(tx, actor, caseId, input.version);
      if (!takesEntries(found.state)) throw new Problem('case-not-open', { state: found.state });
      if (input.dueAt <= (await this.clock.now(tx))) throw new Problem('past-deadline');
      const id = await this.entries.deadline(tx, { caseId, what: input.what.trim(), dueAt: input.dueAt, by: actor.staffId });
      await this.clock.schedule(tx, { kind: DEADLINE, ref: id, at: input.dueAt });
      const version = await this.cases.touch(tx, found);
      await this.log.append(tx, {
        type: 'case.deadline-set',
        v: 1,
        public: {},
        office: { caseId, deadlineId: id },
        actor: actor.staffId,
        subject: caseId,
      });
      return { id, version };
    });
  }

  meet(actor: { staffId: string }, caseId: string, deadlineId: string, input: { version?: number }): Promise<Versioned> {
    return this.db.tx(async (tx) => {
      const found = await this.cases.lock(tx, actor, caseId, input.version);
      if (!(await this.entries.meetDeadline(tx, caseId, deadlineId, actor.staffId))) throw new Problem('missing');
      await this.clock.cancel(tx, { kind: DEADLINE, ref: deadlineId });
      const version = await this.cases.touch(tx, found);
      await this.log.append(tx, {
        type: 'case.deadline-met',
        v: 1,
        public: {},
        office: { caseId, deadlineId },
        actor: actor.staffId,
        subject: caseId,
      });
      return { version };
    });
  }
}
