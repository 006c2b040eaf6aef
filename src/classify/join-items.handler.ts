import { Injectable } from '@nestjs/common';
import type { Tx } from '../core/database/db.js';
import type { Recorded } from '../core/events/event.js';
import { On, type Handler } from '../core/events/on.js';
import '../intake/index.js';
import { prioritise } from './prioritise.js';
import { TriageRepository } from './triage.repository.js';

/** Two posts turned out to be one: one item stays in the queue, with the reports of both. */
@Injectable()
@On('post.merged')
export class JoinItems implements Handler<'post.merged'> {
  constructor(private readonly items: TriageRepository) {}

  async handle(tx: Tx, { office }: Recorded<'post.merged'>): Promise<void> {
    const gone = await this.items.itemOf(tx, office.postId);
    if (gone.state === 'merged') return;
    const stays = await this.items.itemOf(tx, office.into);
    stays.reports += gone.reports;
    if (stays.evidenceId === null && gone.evidenceId !== null) {
      const { evidenceId, captureId, text, textSha256, postedOn, platform } = gone;
      Object.assign(stays, { evidenceId, captureId, text, textSha256, postedOn, platform });
      await this.items.takeMatches(tx, gone, stays);
    }
    Object.assign(gone, { state: 'merged', lookAgain: false, leaseBy: null, leaseUntil: null });
    await this.items.save(tx, gone);
    prioritise(stays, await this.items.topMatch(tx, stays));
    await this.items.save(tx, stays);
  }
}
