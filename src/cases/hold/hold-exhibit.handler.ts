import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import type { Recorded } from '../../core/events/event.js';
import { On, type Handler } from '../../core/events/on.js';
import { HoldEvidence } from './hold-evidence.use-case.js';

/** What is attached to a held case is held too. */
@Injectable()
@On('exhibit.attached')
export class HoldExhibit implements Handler<'exhibit.attached'> {
  constructor(private readonly holding: HoldEvidence) {}

  async handle(tx: Tx, { office }: Recorded<'exhibit.attached'>): Promise<void> {
    await this.holding.run(tx, office.caseId);
  }
}
