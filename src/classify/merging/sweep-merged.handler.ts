import { Injectable } from '@nestjs/common';
import { Clock } from '../../core/clock/clock.js';
import type { Tx } from '../../core/database/db.js';
import type { Recorded } from '../../core/events/event.js';
import { On, type Handler } from '../../core/events/on.js';
import { SWEEP } from '../sweep.js';
import '../events.js';

/** What a merged claim raised in the queue is set beside the one that it went into. */
@Injectable()
@On('claim.merged')
export class SweepMerged implements Handler<'claim.merged'> {
  constructor(private readonly clock: Clock) {}

  async handle(tx: Tx, { office }: Recorded<'claim.merged'>): Promise<void> {
    await this.clock.schedule(tx, { kind: SWEEP, ref: office.claimId, at: await this.clock.now(tx) });
  }
}
