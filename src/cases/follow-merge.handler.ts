import { Injectable } from '@nestjs/common';
import type { Tx } from '../core/database/db.js';
import type { Recorded } from '../core/events/event.js';
import { Log } from '../core/events/log.js';
import { On, type Handler } from '../core/events/on.js';
import { PostLinksRepository } from './post-links.repository.js';
import './events.js';
import { Bars } from '../core/identity/bars.js';
import { BarParties } from './bar-parties.use-case.js';

/** Two posts turned out to be one: the case that holds the first, or is proposed for it, holds what it became. */
@Injectable()
@On('post.merged')
export class FollowMerge implements Handler<'post.merged'> {
  constructor(
    private readonly links: PostLinksRepository,
    private readonly bars: Bars,
    private readonly barring: BarParties,
    private readonly log: Log,
  ) {}

  async handle(tx: Tx, { office }: Recorded<'post.merged'>): Promise<void> {
    await this.bars.follow(tx, office.postId, office.into);
    await this.bars.follow(tx, office.into, office.postId);
    const followed = await this.links.follow(tx, office.postId);
    await this.links.followProposal(tx, office.postId);
    if (!followed) return;
    const { caseId, heir: postId } = followed;
    if (!(await this.links.link(tx, { caseId, postId, reason: 'merged', by: null }))) return;
    await this.barring.follow(tx, caseId);
    await this.log.append(tx, {
      type: 'case.post-added',
      v: 1,
      public: {},
      office: { caseId, postId, reason: 'merged' },
      subject: caseId,
    });
  }
}
