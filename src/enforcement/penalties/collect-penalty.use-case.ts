import { Injectable } from '@nestjs/common';
import { Clock } from '../../core/clock/clock.js';
import { Db, type Tx } from '../../core/database/db.js';
import { Log } from '../../core/events/log.js';
import { invalid } from '../../core/problem/invalid.js';
import { Problem } from '../../core/problem/problem.js';
import type { Day } from '../penalty/day.js';
import type { PenaltyDecision } from './decision.js';
import type { Person } from './draw-violation.use-case.js';
import { KnowPenalty } from './know-penalty.use-case.js';
import { debtOf } from './late-interest.js';
import { MoneyRepository, type PaymentRow } from './money.repository.js';
import type { PenaltyStepped } from './penalty-answers.js';
import { isTakenBack } from './taken-back.js';
import { PenaltyRepository, type HeldPenalty } from './penalty.repository.js';
import { procedure } from './procedure-table.js';
import { PAYMENT_DUE } from './serve-penalty.use-case.js';
import { TellPenalty } from './tell-penalty.use-case.js';
import './events.js';
import './problems.js';

/** The most dong that a form takes. */
export const MOST_PAID = 1_000_000_000_000;
const HOUSE = { staffId: null, rights: new Set<string>(), system: true };

export interface PaymentInput {
  amount: number;
  interest?: number | null;
  receipt: string;
  on: Day;
  version: number;
}
export interface RefundInput {
  receipt: string;
  on: Day;
  version: number;
}

/** Money that comes in for a fine, in part or in full, and what goes back of it once the decision was annulled. */
@Injectable()
export class CollectPenalty {
  constructor(
    private readonly db: Db,
    private readonly penalties: PenaltyRepository,
    private readonly money: MoneyRepository,
    private readonly know: KnowPenalty,
    private readonly telling: TellPenalty,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  pay(actor: Person, id: string, { amount, interest: late, receipt, on, version }: PaymentInput): Promise<PenaltyStepped> {
    const interest = late ?? 0;
    if (amount + interest === 0)
      throw invalid({ path: 'amount', rule: 'numberRange', min: 1, max: MOST_PAID, message: 'a receipt is about some money' });
    return this.db.tx(async (tx) => {
      const held = await this.penalties.lock(tx, actor, id, version);
      const { penalty, newest } = held;
      if (isTakenBack(held)) return this.receive(tx, actor, held, { amount, interest, receipt, on });
      if (!['served', 'late', 'paid'].includes(penalty.state))
        throw new Problem('no-such-step', { current: { state: penalty.state, version } });
      const { day } = await this.know.run(tx, held, actor);
      if (on < penalty.servedOn! || on > day) throw new Problem('out-of-time');
      const fine = (newest.content as PenaltyDecision).sum?.amount ?? 0;
      const before = await this.money.payments(tx, id);
      const debt = debtOf(fine, [...before, { amount, interest: 0, on }], penalty.dueOn, day, procedure.late_interest);
      const paid = before.reduce((sum, p) => sum + p.amount, amount);
      if (paid > fine || interest > debt.interest) throw new Problem('overpaid', { unpaid: fine - paid + amount, interest: debt.interest });
      // interest may come after the fine
      const completes = penalty.state !== 'paid' && paid === fine;
      const annulmentId = (await this.penalties.annulmentOf(tx, id))?.id ?? null;
      const paymentId = await this.money.addPayment(tx, id, { amount, interest, receipt: receipt.trim(), on, annulmentId }, actor.staffId);
      if (completes) {
        await this.know.step(tx, held, 'paid', actor, ['paid-in-full']);
        await this.clock.cancel(tx, { kind: PAYMENT_DUE, ref: id });
      }
      const saved = await this.penalties.save(tx, penalty);
      const office = { ...this.telling.ids(held), paymentId };
      const common = { v: 1, office, actor: actor.staffId, subject: id } as const;
      if (completes) await this.log.append(tx, { type: 'penalty.paid', public: await this.telling.decided(tx, held), ...common });
      else await this.log.append(tx, { type: 'penalty.part-paid', public: {}, ...common });
      return { id, state: penalty.state, version: saved, contentHash: newest.sha256, number: penalty.number };
    });
  }

  /** Money that comes in for what was annulled is a fact: it is taken down, and owed back. */
  private async receive(
    tx: Tx,
    actor: Person,
    held: HeldPenalty,
    payment: Omit<PaymentRow, 'id' | 'annulmentId'>,
  ): Promise<PenaltyStepped> {
    const { penalty, newest } = held;
    const { id } = penalty;
    const { day } = await this.know.run(tx, held, actor);
    if (payment.on < penalty.issuedOn! || payment.on > day) throw new Problem('out-of-time');
    const annulmentId = (await this.penalties.annulmentOf(tx, id))!.id;
    const paymentId = await this.money.addPayment(tx, id, { ...payment, receipt: payment.receipt.trim(), annulmentId }, actor.staffId);
    if (penalty.state === 'refunded') await this.know.step(tx, held, 'annulled', HOUSE, ['money-received']);
    const saved = await this.penalties.save(tx, penalty);
    const office = { ...this.telling.ids(held), paymentId };
    await this.log.append(tx, { type: 'penalty.paid-after', v: 1, public: {}, office, actor: actor.staffId, subject: id });
    return { id, state: penalty.state, version: saved, contentHash: newest.sha256, number: penalty.number };
  }

  /** Gives back all that came in. */
  refund(actor: Person, id: string, { receipt, on, version }: RefundInput): Promise<PenaltyStepped> {
    return this.db.tx(async (tx) => {
      const held = await this.penalties.lock(tx, actor, id, version);
      const { penalty, newest } = held;
      const owed = await this.money.owedBack(tx, id);
      const { day } = await this.know.step(tx, held, 'refunded', actor, owed > 0 ? ['refund-owed'] : []);
      if (on < (penalty.servedOn ?? penalty.issuedOn!) || on > day) throw new Problem('out-of-time');
      await this.money.addRefund(tx, id, { amount: owed, receipt: receipt.trim(), on, by: actor.staffId });
      const saved = await this.penalties.save(tx, penalty);
      await this.log.append(tx, {
        type: 'penalty.refunded',
        v: 1,
        public: { ...(await this.telling.decided(tx, held)), refund: owed },
        office: this.telling.ids(held),
        actor: actor.staffId,
        subject: id,
      });
      return { id, state: penalty.state, version: saved, contentHash: newest.sha256, number: penalty.number };
    });
  }
}
