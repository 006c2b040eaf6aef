import { Injectable } from '@nestjs/common';
import { Db } from '../core/database/db.js';
import type { Entered } from '../core/http/answer.js';
import { Log } from '../core/events/log.js';
import { CaseRepository } from './case.repository.js';
import { EntryRepository } from './entry.repository.js';
import './events.js';

/** A note is written once and stays; it changes nothing that anybody decided. */
@Injectable()
export class AddNote {
  constructor(
    private readonly db: Db,
    private readonly cases: CaseRepository,
    private readonly entries: EntryRepository,
    private readonly log: Log,
  ) {}

  run(actor: { staffId: string }, caseId: string, input: { text: string; version?: number }): Promise<Entered> {
    return this.db.tx(async (tx) => {
      const found = await this.cases.lock(tx, actor, caseId, input.version);
      const id = await this.entries.note(tx, caseId, input.text.trim(), actor.staffId);
      await this.log.append(tx, {
        type: 'case.noted',
        v: 1,
        public: {},
        office: { caseId, noteId: id },
        actor: actor.staffId,
        subject: caseId,
      });
      return { id, version: found.version };
    });
  }
}
