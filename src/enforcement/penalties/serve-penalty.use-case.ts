import { Inject, Injectable } from '@nestjs/common';
import { said } from '../../core/text/visible.js';
import { Clock } from '../../core/clock/clock.js';
import { CONFIG, type Config } from '../../core/config.js';
import { Db, type Tx } from '../../core/database/db.js';
import { Problem } from '../../core/problem/problem.js';
import type { Day } from '../penalty/day.js';
import type { DecisionContent } from './decision.js';
import type { Person } from './draw-violation.use-case.js';
import { paperOf } from './exhibits.js';
import { KnowPenalty } from './know-penalty.use-case.js';
import { MoneyRepository } from './money.repository.js';
import type { ServiceWay } from './service-ways.js';
import type { PenaltyStepped } from './penalty-answers.js';
import { PenaltyRepository, type HeldPenalty } from './penalty.repository.js';
import { daysOff } from './procedure-table.js';
import { TellPenalty } from './tell-penalty.use-case.js';
import { KnownExhibits } from './known-exhibits.repository.js';
import { lastDayOf } from './working-days.js';
import './problems.js';

export interface ServiceInput {
  how: ServiceWay;
  served: boolean;
  on: Day;
  exhibitId?: string | null;
  reason?: string | null;
  version: number;
}
/** The timer that rings when the last day to pay is over. */
export const PAYMENT_DUE = 'penalty-due';

/** A decision is handed over, or could not be, with the reason: either is proven by a paper. From its receipt the time to pay runs. */
@Injectable()
export class ServePenalty {
  constructor(
    private readonly db: Db,
    private readonly penalties: PenaltyRepository,
    private readonly exhibits: KnownExhibits,
    private readonly money: MoneyRepository,
    private readonly know: KnowPenalty,
    private readonly telling: TellPenalty,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  run(actor: Person, id: string, { version, ...input }: ServiceInput): Promise<PenaltyStepped> {
    return this.db.tx(async (tx) => {
      const held = await this.penalties.lock(tx, actor, id, version);
      const { penalty, newest } = held;
      const { how, served, on, exhibitId = null } = input;
      const reason = said(input.reason);
      const proven = exhibitId !== null && (await this.proves(tx, held, exhibitId));
      if (!served && !reason) throw new Problem('step-reason-needed');
      const known = served
        ? await this.know.step(tx, held, 'served', actor, proven ? ['service-proof'] : [])
        : await this.know.run(tx, held, actor);
      if (!served && penalty.state !== 'numbered') throw new Problem('no-such-step', { current: { state: penalty.state, version } });
      if (!proven) throw new Problem('penalty-lacks', { lacks: ['service-proof'] });
      if (on < penalty.issuedOn! || on > known.day) throw new Problem('out-of-time');
      const serviceId = await this.money.addService(tx, { penaltyId: id, how, served, on, exhibitId, reason, by: actor.staffId });
      if (served) {
        penalty.servedOn = on;
        penalty.dueOn = dueOn(newest.content, on);
        if (penalty.dueOn) {
          const at = await this.money.endOf(tx, penalty.dueOn, this.config.timeZone);
          await this.clock.schedule(tx, { kind: PAYMENT_DUE, ref: id, at });
        }
      }
      const saved = await this.penalties.save(tx, penalty);
      await this.telling.plain(tx, held, served ? 'served' : 'service-failed', actor, { serviceId });
      return { id, state: penalty.state, version: saved, contentHash: newest.sha256, number: penalty.number };
    });
  }

  /** A paper that came once there was something to serve; nothing is proven of what bears no number. */
  private async proves(tx: Tx, { penalty }: HeldPenalty, exhibitId: string): Promise<boolean> {
    const paper = paperOf(exhibitId, await this.exhibits.of(tx, penalty.caseId));
    if (penalty.serial === null) return false;
    if (paper.attachedAt < (await this.penalties.numberedAt(tx, penalty.id))) throw new Problem('paper-too-early', { exhibitId });
    return true;
  }
}

/** The last day to pay; null where nothing is to be paid. */
function dueOn(content: DecisionContent, servedOn: Day): Day | null {
  if (content.kind === 'annulment' || content.end !== 'fine') return null;
  const day = lastDayOf(servedOn, { count: content.payWithin!, unit: 'days' }, daysOff);
  if (!day) throw new Problem('calendar-short');
  return day;
}
