import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import { take, type FlowActor, type Held as FlowHeld } from '../../core/flow/flow.js';
import { TitlesRepository, type StaffTitle } from '../../core/identity/titles.repository.js';
import { Problem } from '../../core/problem/problem.js';
import type { Day } from '../penalty/day.js';
import { ComposeRecord } from '../penalties/compose-record.use-case.js';
import { PenaltyRepository } from '../penalties/penalty.repository.js';
import { signingTitle } from '../penalties/signing-title.js';
import { complaintFlow, type ComplaintState } from './complaint.flow.js';
import { ComplaintRepository, type HeldComplaint } from './complaint.repository.js';
import './problems.js';

export interface KnownComplaint extends FlowHeld {
  day: Day;
  /** by which this person may approve an answer */
  title: StaffTitle | null;
  /** who had a hand in the decision */
  hands: ReadonlySet<string>;
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
    const day = await this.composing.today(tx);
    const held = actor.staffId ? await this.titles.held(tx, actor.staffId, day) : [];
    const title = signingTitle(held, day);
    const hands = await this.penalties.hands(tx, complaint.penaltyId);
    const authors = new Set([...hands, ...(await this.complaints.answerers(tx, complaint.id))]);
    const needs = new Set([...(answer ? ['complaint-answer'] : []), ...(title ? ['competent-title'] : [])]);
    return { day, title, hands, authors, needs };
  }

  /** Takes the step, or says what stands against it. The row is not saved yet. */
  async step(tx: Tx, held: HeldComplaint, to: ComplaintState, actor: FlowActor): Promise<KnownComplaint> {
    const { complaint } = held;
    const known = await this.run(tx, held, actor);
    const taken = take(complaintFlow, complaint.state, to, actor, known);
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
