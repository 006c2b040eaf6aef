import { Injectable } from '@nestjs/common';
import type { Tx } from '../core/database/db.js';
import { Log } from '../core/events/log.js';
import { OnDue, type Due, type DueHandler } from '../core/events/on.js';
import { EntryRepository } from './entry.repository.js';
import { DEADLINE } from './set-deadline.use-case.js';
import './events.js';

/** A deadline has come and nobody met it: it is overdue from now on. */
@Injectable()
@OnDue(DEADLINE)
export class PassDeadline implements DueHandler {
  constructor(
    private readonly entries: EntryRepository,
    private readonly log: Log,
  ) {}

  async handle(tx: Tx, due: Due): Promise<void> {
    const caseId = await this.entries.passDeadline(tx, due.ref);
    if (caseId)
      await this.log.append(tx, {
        type: 'case.deadline-passed',
        v: 1,
        public: {},
        office: { caseId, deadlineId: due.ref },
        subject: caseId,
      });
  }
}
