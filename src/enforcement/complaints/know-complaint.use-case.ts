import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import { take, type FlowActor } from '../../core/flow/flow.js';
import { TitlesRepository, type StaffTitle } from '../../core/identity/titles.repository.js';
import { Problem } from '../../core/problem/problem.js';
import type { Day } from '../penalty/day.js';
import { ComposeRecord } from '../penalties/compose-record.use-case.js';
import { PenaltyRepository } from '../penalties/penalty.repository.js';
import { complaintRuleOn, daysOff } from '../penalties/procedure-table.js';
import { signingTitle } from '../penalties/signing-title.js';
import { answeringTitles, fits, lodgingOf } from './complaint.js';
import { complaintFlow, heldFor, type ComplaintState, type InComplaint } from './complaint.flow.js';
import { ComplaintRepository, type HeldComplaint } from './complaint.repository.js';
import './problems.js';

export interface KnownComplaint extends InComplaint {
  day: Day;
  /** by which this person may approve an answer */
  title: StaffTitle | null;
  inTime: boolean | null;
}

/** What is on file of a complaint now, and whether somebody may take it a step further. */
@Injectable()
export class KnowComplaint {
  constructor(
    private readonly complaints: ComplaintRepository,
    private readonly penalties: PenaltyRepository,
    private readonly titles: TitlesRepository,
    private readonly composing: ComposeRecord,
  ) {}

  async run(tx: Tx, { complaint, answer }: HeldComplaint, actor: FlowActor): Promise<KnownComplaint> {
    const { id, penaltyId, state, receivedOn } = complaint;
    const rule = complaintRuleOn(receivedOn)!;
    const day = await this.composing.today(tx);
    const { penalty, newest } = await this.penalties.find(tx, null, penaltyId);
    const signed = await this.titles.get(tx, newest.signature!.titleId);
    const answering = answeringTitles(signed.title, rule);
    const held = actor.staffId ? await this.titles.held(tx, actor.staffId, day) : [];
    const title = signingTitle(
      held.filter((t) => answering.includes(t.title)),
      day,
    );
    const written = answer !== null && fits(state, answer.content.outcome);
    const last = rule.issuer === 'last' && actor.staffId !== null;
    return {
      day,
      title,
      needs: new Set([
        ...(written ? [state === 'received' ? 'complaint-refusal' : 'complaint-answer'] : []),
        ...(written && answer.returned ? [] : ['new-version']),
        ...(title ? ['competent-title'] : []),
      ]),
      hands: await this.penalties.hands(tx, penaltyId),
      answerers: new Set(await this.complaints.answerers(tx, id)),
      alone: last && (await this.complaints.issuerAlone(tx, { id, staffId: actor.staffId!, day, titles: answering })),
      inTime: lodgingOf(penalty.servedOn, receivedOn, rule, daysOff).inTime,
    };
  }

  /** Takes the step, or says what stands against it. The row is not saved yet. */
  async step(tx: Tx, held: HeldComplaint, to: ComplaintState, actor: FlowActor): Promise<KnownComplaint> {
    const { complaint } = held;
    const known = await this.run(tx, held, actor);
    const taken = take(complaintFlow, complaint.state, to, actor, heldFor(complaint.state, to, known, actor));
    if (taken.ok) {
      complaint.state = to;
      return known;
    }
    if (taken.reason === 'own-work') throw new Problem('own-signature');
    if (taken.reason === 'no-right') throw new Problem('forbidden');
    if (taken.reason === 'no-such-step')
      throw new Problem('no-such-step', { current: { state: complaint.state, version: complaint.version } });
    throw new Problem('complaint-lacks', { lacks: 'lacks' in taken ? taken.lacks : [] });
  }
}
