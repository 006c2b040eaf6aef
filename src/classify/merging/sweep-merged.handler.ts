import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import type { Recorded } from '../../core/events/event.js';
import { On, type Handler } from '../../core/events/on.js';
import { StartSweep } from '../sweeps/start-sweep.use-case.js';
import '../events.js';

/** What a merged claim raised in the queue is set beside the one that it went into. */
@Injectable()
@On('claim.merged')
export class SweepMerged implements Handler<'claim.merged'> {
  constructor(private readonly sweep: StartSweep) {}

  handle(tx: Tx, { id, office }: Recorded<'claim.merged'>): Promise<void> {
    return this.sweep.run(tx, { claimId: office.claimId, cause: 'retired', eventId: id });
  }
}
