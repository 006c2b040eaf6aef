import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import type { Recorded } from '../../core/events/event.js';
import { On, type Handler } from '../../core/events/on.js';
import { StartSweep } from '../sweeps/start-sweep.use-case.js';
import '../events.js';

/** The queue is set beside a claim that stands by itself again. */
@Injectable()
@On('claim.reinstated')
export class SweepReinstated implements Handler<'claim.reinstated'> {
  constructor(private readonly sweep: StartSweep) {}

  handle(tx: Tx, { id, office }: Recorded<'claim.reinstated'>): Promise<void> {
    return this.sweep.run(tx, { claimId: office.claimId, cause: 'approved', eventId: id });
  }
}
