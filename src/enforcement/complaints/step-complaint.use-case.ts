import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../core/config.js';
import { Db, type Tx } from '../../core/database/db.js';
import { Log } from '../../core/events/log.js';
import { Problem } from '../../core/problem/problem.js';
import { said } from '../../core/text/visible.js';
import type { Person } from '../penalties/draw-violation.use-case.js';
import { paperOf } from '../penalties/exhibits.js';
import { MoneyRepository } from '../penalties/money.repository.js';
import { complaintRuleOn, daysOff } from '../penalties/procedure-table.js';
import { KnownExhibits } from '../penalties/known-exhibits.repository.js';
import { lastDayOf } from '../penalties/working-days.js';
import { complaintIds, type ComplaintStepped } from './complaint-stepped.js';
import { ComplaintRepository, type Complaint } from './complaint.repository.js';
import { KnowComplaint } from './know-complaint.use-case.js';
import './events.js';
import './problems.js';

export interface AcceptInput {
  complex?: boolean;
  reason?: string | null;
  version: number;
}
export interface WithdrawInput {
  reason: string;
  /** the paper by which it is taken back */
  exhibitId: string;
  version: number;
}

/** A complaint is accepted, for a reason where the law leaves it to the office; or the one who made it takes it back. */
@Injectable()
export class StepComplaint {
  constructor(
    private readonly db: Db,
    private readonly complaints: ComplaintRepository,
    private readonly exhibits: KnownExhibits,
    private readonly money: MoneyRepository,
    private readonly know: KnowComplaint,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** What came too late, and what takes the longer time, is accepted for a reason only. */
  accept(actor: Person, id: string, { complex = false, version, ...input }: AcceptInput): Promise<ComplaintStepped> {
    return this.db.tx(async (tx) => {
      const held = await this.complaints.lock(tx, actor, id, version);
      const { complaint } = held;
      const { state } = complaint;
      if (state !== 'received') throw new Problem('no-such-step', { current: { state, version } });
      const { day, inTime } = await this.know.step(tx, held, 'accepted', actor);
      const reason = said(input.reason);
      if ((complex || inTime === false) && !reason) throw new Problem('step-reason-needed');
      const answerBy = lastDayOf(day, complaintRuleOn(complaint.receivedOn)!.answer[complex ? 'complex' : 'plain'], daysOff);
      const dueAt = answerBy ? await this.money.endOf(tx, answerBy, this.config.timeZone) : null;
      Object.assign(complaint, { acceptedOn: day, complex, answerBy, dueAt });
      const stepped = await this.saved(tx, complaint, { reason, exhibitId: null, by: actor.staffId });
      const office = { ...complaintIds(complaint), inTime, complex };
      await this.log.append(tx, { type: 'complaint.accepted', v: 1, public: {}, office, actor: actor.staffId, subject: id });
      return stepped;
    });
  }

  /** By a paper of whoever made it, which came once it was on file. */
  withdraw(actor: Person, id: string, { reason, exhibitId, version }: WithdrawInput): Promise<ComplaintStepped> {
    return this.db.tx(async (tx) => {
      const held = await this.complaints.lock(tx, actor, id, version);
      const { complaint } = held;
      await this.know.step(tx, held, 'withdrawn', actor);
      complaint.dueAt = null;
      const paper = paperOf(exhibitId, await this.exhibits.of(tx, complaint.caseId));
      if (paper.attachedAt < complaint.recordedAt) throw new Problem('paper-too-early', { exhibitId });
      const stepped = await this.saved(tx, complaint, { reason: reason.trim(), exhibitId, by: actor.staffId });
      const office = complaintIds(complaint);
      await this.log.append(tx, { type: 'complaint.withdrawn', v: 1, public: {}, office, actor: actor.staffId, subject: id });
      return stepped;
    });
  }

  private async saved(
    tx: Tx,
    complaint: Complaint,
    step: { reason: string | null; exhibitId: string | null; by: string },
  ): Promise<ComplaintStepped> {
    const version = await this.complaints.save(tx, complaint);
    await this.complaints.noteStep(tx, complaint, step);
    return { id: complaint.id, state: complaint.state, version };
  }
}
