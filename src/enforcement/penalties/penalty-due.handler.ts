import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import { OnDue, type Due, type DueHandler } from '../../core/events/on.js';
import { Log } from '../../core/events/log.js';
import { KnowPenalty } from './know-penalty.use-case.js';
import { PenaltyRepository } from './penalty.repository.js';
import { PAYMENT_DUE } from './serve-penalty.use-case.js';
import { TellPenalty } from './tell-penalty.use-case.js';
import './events.js';

const HOUSE = { staffId: null, rights: new Set<string>(), system: true };

/** The last day to pay is over. */
@Injectable()
@OnDue(PAYMENT_DUE)
export class PenaltyDue implements DueHandler {
  constructor(
    private readonly penalties: PenaltyRepository,
    private readonly know: KnowPenalty,
    private readonly telling: TellPenalty,
    private readonly log: Log,
  ) {}

  async handle(tx: Tx, { ref }: Due): Promise<void> {
    const held = await this.penalties.lock(tx, null, ref);
    if (held.penalty.state !== 'served') return;
    await this.know.step(tx, held, 'late', HOUSE, ['overdue']);
    await this.penalties.save(tx, held.penalty);
    await this.log.append(tx, {
      type: 'penalty.late',
      v: 1,
      public: await this.telling.decided(tx, held),
      office: this.telling.ids(held),
      actor: null,
      subject: ref,
    });
  }
}
