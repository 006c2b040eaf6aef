import { Injectable } from '@nestjs/common';
import { Clock } from '../core/clock/clock.js';
import type { Tx } from '../core/database/db.js';
import type { Recorded } from '../core/events/event.js';
import { On, type Handler } from '../core/events/on.js';
import { SWEEP } from './sweep.js';
import './events.js';

/** What the queue holds is set beside a claim that came into force, in batches. */
@Injectable()
@On('claim.approved')
export class AnnounceClaim implements Handler<'claim.approved'> {
  constructor(private readonly clock: Clock) {}

  async handle(tx: Tx, { office }: Recorded<'claim.approved'>): Promise<void> {
    await this.clock.schedule(tx, { kind: SWEEP, ref: office.claimId, at: await this.clock.now(tx) });
  }
}
