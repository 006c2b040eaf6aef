import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../core/config.js';
import { Db } from '../../core/database/db.js';
import { Log } from '../../core/events/log.js';
import { Problem } from '../../core/problem/problem.js';
import type { Day } from '../penalty/day.js';
import { ComposeRecord } from '../penalties/compose-record.use-case.js';
import type { Person } from '../penalties/draw-violation.use-case.js';
import { paperOf } from '../penalties/exhibits.js';
import { MoneyRepository } from '../penalties/money.repository.js';
import { PenaltyRepository } from '../penalties/penalty.repository.js';
import { complaintRuleOn, daysOff } from '../penalties/procedure-table.js';
import { KnownExhibits } from '../penalties/known-exhibits.repository.js';
import { lastDayOf } from '../penalties/working-days.js';
import { isComplainedAbout, lodgingOf, type Complainant, type ComplaintWay } from './complaint.js';
import { complaintIds, type ComplaintStepped } from './complaint-stepped.js';
import { ComplaintRepository } from './complaint.repository.js';
import './events.js';
import './problems.js';

export interface ComplaintInput {
  receivedOn: Day;
  how: ComplaintWay;
  complainant: Complainant;
  asks: string;
  says: string;
  exhibitId?: string | null;
  /** of the decision, as it was read */
  version: number;
}

/** A complaint about a decision came in: it is taken down whenever it came, and the time to accept it runs. */
@Injectable()
export class RecordComplaint {
  constructor(
    private readonly db: Db,
    private readonly complaints: ComplaintRepository,
    private readonly penalties: PenaltyRepository,
    private readonly exhibits: KnownExhibits,
    private readonly money: MoneyRepository,
    private readonly composing: ComposeRecord,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  run(actor: Person, penaltyId: string, { version, ...input }: ComplaintInput): Promise<ComplaintStepped> {
    return this.db.tx(async (tx) => {
      const { penalty } = await this.penalties.lock(tx, actor, penaltyId, version);
      const { violationId, caseId, servedOn, issuedOn } = penalty;
      if (!isComplainedAbout(penalty)) throw new Problem('not-complained-about', { current: { state: penalty.state, version } });
      const { receivedOn, exhibitId = null } = input;
      if (receivedOn < issuedOn! || receivedOn > (await this.composing.today(tx))) throw new Problem('out-of-time');
      if (exhibitId) paperOf(exhibitId, await this.exhibits.of(tx, caseId));
      const rule = complaintRuleOn(receivedOn)!;
      const acceptBy = lastDayOf(receivedOn, rule.accept, daysOff);
      const dueAt = acceptBy ? await this.money.endOf(tx, acceptBy, this.config.timeZone) : null;
      const { asks, says } = { asks: input.asks.trim(), says: input.says.trim() };
      const id = await this.complaints.add(tx, {
        ...{ penaltyId, violationId, caseId, receivedOn, how: input.how, complainant: input.complainant },
        ...{ acceptBy, dueAt, asks, says, exhibitId, by: actor.staffId },
      });
      const { inTime } = lodgingOf(servedOn, receivedOn, rule, daysOff);
      const office = { ...complaintIds({ id, penaltyId, violationId, caseId }), inTime };
      await this.log.append(tx, { type: 'complaint.received', v: 1, public: {}, office, actor: actor.staffId, subject: id });
      return { id, state: 'received', version: 1 };
    });
  }
}
