import { Inject, Injectable } from '@nestjs/common';
import { said } from '../../core/text/visible.js';
import { Clock } from '../../core/clock/clock.js';
import { CONFIG, type Config } from '../../core/config.js';
import { Db } from '../../core/database/db.js';
import { Problem } from '../../core/problem/problem.js';
import type { Day } from '../penalty/day.js';
import type { DecisionContent } from './decision.js';
import type { Person } from './draw-violation.use-case.js';
import { KnowPenalty } from './know-penalty.use-case.js';
import { MoneyRepository } from './money.repository.js';
import type { ServiceWay } from './service-ways.js';
import type { PenaltyStepped } from './penalty-answers.js';
import { PenaltyRepository } from './penalty.repository.js';
import { daysOff } from './procedure-table.js';
import { TellPenalty } from './tell-penalty.use-case.js';
import { ViolationRepository } from './violation.repository.js';
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

/** A decision is handed over, with the proof of it, or could not be, with the reason. From its receipt the time to pay runs. */
@Injectable()
export class ServePenalty {
  constructor(
    private readonly db: Db,
    private readonly penalties: PenaltyRepository,
    private readonly violations: ViolationRepository,
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
      const exhibits = await this.violations.exhibits(tx, penalty.caseId);
      if (exhibitId && !exhibits.some((x) => x.exhibitId === exhibitId)) throw new Problem('foreign-exhibit', { exhibitId });
      if (!served && !reason) throw new Problem('step-reason-needed');
      const known = served
        ? await this.know.step(tx, held, 'served', actor, exhibitId ? ['service-proof'] : [])
        : await this.know.run(tx, held, actor);
      if (!served && penalty.state !== 'numbered') throw new Problem('no-such-step', { current: { state: penalty.state, version } });
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
}

/** The last day to pay; null where nothing is to be paid. */
function dueOn(content: DecisionContent, servedOn: Day): Day | null {
  if (content.kind === 'annulment' || content.end !== 'fine') return null;
  const day = lastDayOf(servedOn, { count: content.payWithin!, unit: 'days' }, daysOff);
  if (!day) throw new Problem('calendar-short');
  return day;
}
