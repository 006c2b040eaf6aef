import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import type { Recorded } from '../../core/events/event.js';
import { On, type Handler } from '../../core/events/on.js';
import { HoldEvidence } from './hold-evidence.use-case.js';

/** With a post that joins a held case, all that was sealed of it is held too. */
@Injectable()
@On('case.post-added')
export class HoldPost implements Handler<'case.post-added'> {
  constructor(private readonly holding: HoldEvidence) {}

  async handle(tx: Tx, { office }: Recorded<'case.post-added'>): Promise<void> {
    await this.holding.run(tx, office.caseId);
  }
}
