import { Inject, Injectable } from '@nestjs/common';
import { addressRules } from '../core/address/address-table.js';
import { normaliseUrl } from '../core/address/normalise-url.js';
import { CONFIG, type Config } from '../core/config.js';
import type { Tx } from '../core/database/db.js';
import { Log } from '../core/events/log.js';
import { Problem } from '../core/problem/problem.js';
import { PostsRepository } from './posts.repository.js';
import './problems.js';

/** What was learned later, such as where a short link leads: another address of the post, which may turn out to be a post we know. */
@Injectable()
export class AddAddress {
  constructor(
    private readonly posts: PostsRepository,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async run(tx: Tx, postId: string, url: string): Promise<{ addressId: string; postId: string }> {
    const normalised = normaliseUrl(url, addressRules, this.config.captureAllow);
    if (!normalised.ok) throw new Problem('bad-link', { reason: normalised.reason });
    const place = await this.posts.addAddress(tx, postId, { kind: 'url', value: normalised.url, url: normalised.url });
    if (place.postId !== postId) {
      await this.posts.merge(tx, postId, place.postId);
      await this.log.append(tx, {
        type: 'post.merged',
        v: 1,
        public: {},
        office: { postId, into: place.postId, addressId: place.addressId },
        subject: postId,
      });
    }
    return { addressId: place.addressId, postId: place.postId };
  }
}
