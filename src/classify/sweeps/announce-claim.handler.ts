import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import type { Recorded } from '../../core/events/event.js';
import { On, type Handler } from '../../core/events/on.js';
import { StartSweep } from './start-sweep.use-case.js';
import '../events.js';

/** What came in before is set beside a claim that came into force. */
@Injectable()
@On('claim.approved')
export class AnnounceClaim implements Handler<'claim.approved'> {
  constructor(private readonly sweep: StartSweep) {}

  handle(tx: Tx, { id, office }: Recorded<'claim.approved'>): Promise<void> {
    return this.sweep.run(tx, { claimId: office.claimId, cause: 'approved', eventId: id });
  }
}
