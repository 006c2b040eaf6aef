import { Injectable } from '@nestjs/common';
import { Clock } from '../core/clock/clock.js';
import type { Tx } from '../core/database/db.js';
import type { Recorded } from '../core/events/event.js';
import { On, type Handler } from '../core/events/on.js';
import { SWEEP } from './sweep.js';
import './events.js';

/** What a retired claim raised in the queue sinks again; what was judged by it is to be looked at again. */
@Injectable()
@On('claim.retired')
export class WithdrawClaim implements Handler<'claim.retired'> {
  constructor(private readonly clock: Clock) {}

  async handle(tx: Tx, { office }: Recorded<'claim.retired'>): Promise<void> {
    await this.clock.schedule(tx, { kind: SWEEP, ref: office.claimId, at: await this.clock.now(tx) });
  }
}
