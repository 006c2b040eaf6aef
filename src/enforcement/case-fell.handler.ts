import { Injectable } from '@nestjs/common';
import type { Tx } from '../core/database/db.js';
import type { Recorded } from '../core/events/event.js';
import { On, type Handler } from '../core/events/on.js';
import { DeliveryRepository } from './delivery.repository.js';
import { TakedownRepository } from './takedown.repository.js';
import { WithdrawTakedown } from './withdraw-takedown.use-case.js';
import { WriteWithdrawal } from './write-withdrawal.use-case.js';

const HOUSE = { staffId: null, rights: new Set<string>(), system: true };

/** The ground of a request fell away: what has not left is cancelled, and for what was sent a withdrawal waits for a second person. */
@Injectable()
@On('case.fell')
export class CaseFell implements Handler<'case.fell'> {
  constructor(
    private readonly takedowns: TakedownRepository,
    private readonly deliveries: DeliveryRepository,
    private readonly withdrawing: WithdrawTakedown,
    private readonly writing: WriteWithdrawal,
  ) {}

  async handle(tx: Tx, { office }: Recorded<'case.fell'>): Promise<void> {
    for (const id of await this.takedowns.ofCase(tx, office.caseId)) {
      const held = await this.takedowns.lock(tx, null, id);
      const { state, attempt, sentAt } = held.takedown;
      if (state === 'sending' && (await this.deliveries.ofAttempt(tx, id, attempt))) continue; // it is leaving now; its withdrawal is drafted once it has left
      if (sentAt !== null) await this.writing.run(tx, id, null);
      else await this.withdrawing.cancel(tx, held, HOUSE, null);
    }
  }
}
