import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import type { Recorded } from '../../core/events/event.js';
import { On, type Handler } from '../../core/events/on.js';
import { HoldEvidence } from './hold-evidence.use-case.js';
import { HoldRepository } from './hold.repository.js';

/** A later look at a post of a held case is held too. */
@Injectable()
@On('capture.sealed')
export class HoldCapture implements Handler<'capture.sealed'> {
  constructor(
    private readonly holds: HoldRepository,
    private readonly holding: HoldEvidence,
  ) {}

  async handle(tx: Tx, { office }: Recorded<'capture.sealed'>): Promise<void> {
    for (const caseId of await this.holds.casesOf(tx, office)) await this.holding.run(tx, caseId);
  }
}
