import { Injectable } from '@nestjs/common';
import { Clock } from '../../core/clock/clock.js';
import type { Tx } from '../../core/database/db.js';
import type { Recorded } from '../../core/events/event.js';
import { On, type Handler } from '../../core/events/on.js';
import { SWEEP } from '../sweep.js';
import '../events.js';

/** The queue is set beside a claim that stands by itself again. */
@Injectable()
@On('claim.reinstated')
export class SweepReinstated implements Handler<'claim.reinstated'> {
  constructor(private readonly clock: Clock) {}

  async handle(tx: Tx, { office }: Recorded<'claim.reinstated'>): Promise<void> {
    await this.clock.schedule(tx, { kind: SWEEP, ref: office.claimId, at: await this.clock.now(tx) });
  }
}
