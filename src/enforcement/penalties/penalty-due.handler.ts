import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../core/clock/clock.js';
import { CONFIG, type Config } from '../../core/config.js';
import type { Tx } from '../../core/database/db.js';
import { OnDue, type Due, type DueHandler } from '../../core/events/on.js';
import { Log } from '../../core/events/log.js';
import type { Day } from '../penalty/day.js';
import { KnowPenalty } from './know-penalty.use-case.js';
import { MoneyRepository } from './money.repository.js';
import { STANDING } from './penalty.flow.js';
import { PenaltyRepository } from './penalty.repository.js';
import { PAYMENT_DUE } from './serve-penalty.use-case.js';
import { TellPenalty } from './tell-penalty.use-case.js';
import './events.js';

const HOUSE = { staffId: null, rights: new Set<string>(), system: true };

/** The last day to pay is over. What may yet be taken back is not late: it is asked again when the day is over. */
@Injectable()
@OnDue(PAYMENT_DUE)
export class PenaltyDue implements DueHandler {
  constructor(
    private readonly penalties: PenaltyRepository,
    private readonly know: KnowPenalty,
    private readonly telling: TellPenalty,
    private readonly clock: Clock,
    private readonly money: MoneyRepository,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async handle(tx: Tx, { ref }: Due): Promise<void> {
    const held = await this.penalties.lock(tx, null, ref);
    if (held.penalty.state !== 'served') return;
    const { needs, day } = await this.know.run(tx, held, HOUSE);
    if (!STANDING.every((need) => needs.has(need))) return this.askAgain(tx, ref, day);
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

  private async askAgain(tx: Tx, ref: string, day: Day): Promise<void> {
    const at = await this.money.endOf(tx, day, this.config.timeZone);
    await this.clock.schedule(tx, { kind: PAYMENT_DUE, ref, at });
  }
}
