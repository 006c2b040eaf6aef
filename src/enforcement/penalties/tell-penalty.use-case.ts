import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import { Log } from '../../core/events/log.js';
import { Cases } from '../../cases/index.js';
import { decidedOf } from './decided.js';
import type { Decided } from './events.js';
import type { HeldPenalty } from './penalty.repository.js';
import './events.js';

type Actor = { staffId: string | null };
type Plain = 'drafted' | 'changed' | 'cancelled' | 'returned' | 'signed' | 'voided' | 'numbered' | 'served' | 'service-failed';

/** Puts on the log what happened to a decision, or to the annulment of one. */
@Injectable()
export class TellPenalty {
  constructor(
    private readonly cases: Cases,
    private readonly log: Log,
  ) {}

  ids({ penalty }: HeldPenalty): { penaltyId: string; violationId: string; caseId: string } {
    return { penaltyId: penalty.id, violationId: penalty.violationId, caseId: penalty.caseId };
  }
  async decided(tx: Tx, held: HeldPenalty): Promise<Decided> {
    return decidedOf(held, await this.cases.topic(tx, held.penalty.caseId));
  }
  /** An event that both kinds of record know. */
  async plain(tx: Tx, held: HeldPenalty, what: Plain, actor: Actor, more: Record<string, string | number | boolean> = {}): Promise<void> {
    const { penalty } = held;
    const tellsAct = penalty.kind === 'decision' && ['signed', 'voided', 'numbered', 'served'].includes(what);
    await this.log.append(tx, {
      type: `${penalty.kind === 'decision' ? 'penalty' : 'annulment'}.${what}`,
      v: 1,
      public: tellsAct ? await this.decided(tx, held) : {},
      office: { ...this.ids(held), ...more },
      actor: actor.staffId,
      subject: penalty.id,
    } as Parameters<Log['append']>[1]);
  }
}
