import { Injectable } from '@nestjs/common';
import type { Tx } from '../core/database/db.js';
import type { Recorded } from '../core/events/event.js';
import { On, type Handler } from '../core/events/on.js';
import { PostsDoor } from '../intake/index.js';
import { RequestCapture } from './request-capture.use-case.js';

/** A post that was split off has evidence of its own. */
@Injectable()
@On('post.split')
export class CaptureSplitHandler implements Handler<'post.split'> {
  constructor(
    private readonly posts: PostsDoor,
    private readonly request: RequestCapture,
  ) {}

  async handle(tx: Tx, { office, actor }: Recorded<'post.split'>): Promise<void> {
    for (const { addressId, url } of await this.posts.addresses(tx, office.newPostId)) {
      if (url) await this.request.run(tx, { postId: office.newPostId, addressId, url, reason: 'inspector', orderedBy: actor });
    }
  }
}
