import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import type { Recorded } from '../../core/events/event.js';
import { On, type Handler } from '../../core/events/on.js';
import { StartSweep } from './start-sweep.use-case.js';
import '../events.js';

/** What a retired claim raised in the queue sinks again; what was judged by it is to be looked at again. */
@Injectable()
@On('claim.retired')
export class WithdrawClaim implements Handler<'claim.retired'> {
  constructor(private readonly sweep: StartSweep) {}

  handle(tx: Tx, { id, office }: Recorded<'claim.retired'>): Promise<void> {
    return this.sweep.run(tx, { claimId: office.claimId, cause: 'retired', eventId: id });
  }
}
