import { Injectable } from '@nestjs/common';
import type { Tx } from '../core/database/db.js';
import { Log } from '../core/events/log.js';
import { Bars } from '../core/identity/bars.js';
import { Problem } from '../core/problem/problem.js';
import { PostsRepository } from './posts.repository.js';
import './events.js';

/** A report was joined to a post that it is not about: its link ends, and another opens to a new post. */
@Injectable()
export class SplitReport {
  constructor(
    private readonly posts: PostsRepository,
    private readonly bars: Bars,
    private readonly log: Log,
  ) {}

  async run(tx: Tx, by: string, reportId: string, reason: string): Promise<{ postId: string }> {
    await this.bars.hold(tx);
    const link = await this.posts.openLink(tx, reportId);
    if (!link) throw new Problem('missing');
    await this.posts.endLink(tx, link.id, by);
    const postId = await this.posts.splitOff(tx, link.addressId);
    await this.bars.follow(tx, link.postId, postId);
    await this.posts.link(tx, { reportId, postId, addressId: link.addressId, reason, by });
    await this.log.append(tx, {
      type: 'post.split',
      v: 1,
      public: {},
      office: { postId: link.postId, newPostId: postId, reportId },
      actor: by,
      subject: link.postId,
    });
    return { postId };
  }
}
