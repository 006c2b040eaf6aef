import { Injectable } from '@nestjs/common';
import type { Tx } from '../core/database/db.js';
import type { Recorded } from '../core/events/event.js';
import { On, type Handler } from '../core/events/on.js';
import '../intake/index.js';
import { CopiesRepository } from './copies/copies.repository.js';
import { prioritise } from './prioritise.js';
import type { TriageItemRow } from './triage.entity.js';
import { TriageRepository } from './triage.repository.js';
import { MatchRepository } from './match.repository.js';
import { JudgementRepository } from './judgement.repository.js';

/** Two posts turned out to be one: one item stays in the queue, with the reports of both and what was judged of either. */
@Injectable()
@On('post.merged')
export class JoinItems implements Handler<'post.merged'> {
  constructor(
    private readonly items: TriageRepository,
    private readonly matches: MatchRepository,
    private readonly judgements: JudgementRepository,
    private readonly copies: CopiesRepository,
  ) {}

  async handle(tx: Tx, { office }: Recorded<'post.merged'>): Promise<void> {
    const gone = await this.items.itemOf(tx, office.postId);
    if (gone.state === 'merged') return;
    const stays = await this.items.inForce(tx, office.into);
    stays.reports += gone.reports;
    if (stays.evidenceId === null && gone.evidenceId !== null) {
      const { evidenceId, captureId, text, textSha256, postedOn, platform, sampled } = gone;
      Object.assign(stays, { evidenceId, captureId, text, textSha256, postedOn, platform, sampled });
    }
    await this.matches.take(tx, gone, stays);
    await this.copies.inherit(tx, gone.id, stays.id);
    if (gone.state === 'judged') await this.judged(tx, gone, stays);
    Object.assign(gone, { state: 'merged', lookAgain: false, leaseBy: null, leaseUntil: null });
    await this.items.save(tx, gone);
    prioritise(stays, await this.matches.top(tx, stays));
    await this.items.save(tx, stays);
  }

  /** A judgement is carried over to the same text; where the text is another, or two judgements differ, a person decides. */
  private async judged(tx: Tx, gone: TriageItemRow, stays: TriageItemRow): Promise<void> {
    const was = await this.judgements.current(tx, gone.postId);
    if (!was) return;
    if (stays.state === 'judged') {
      stays.lookAgain ||= was.judgement !== (await this.judgements.current(tx, stays.postId))?.judgement;
      return;
    }
    if (gone.textSha256 !== stays.textSha256) return;
    await this.judgements.carry(tx, was.id, stays);
    const { topic, judgedAt } = gone;
    Object.assign(stays, { state: 'judged', topic, judgedAt, leaseBy: null, leaseUntil: null });
    stays.lookAgain = gone.lookAgain;
  }
}
