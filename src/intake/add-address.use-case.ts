import { Inject, Injectable } from '@nestjs/common';
import { addressRules } from '../core/address/address-table.js';
import { platformLinks } from '../core/address/platform-links.js';
import { readLink } from '../core/address/read-link.js';
import { CONFIG, type Config } from '../core/config.js';
import type { Tx } from '../core/database/db.js';
import { Log } from '../core/events/log.js';
import { Problem } from '../core/problem/problem.js';
import { PostsRepository, type Place } from './posts.repository.js';
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
    const link = readLink(url, addressRules, platformLinks, this.config.captureAllow);
    if (!link.ok) throw new Problem('bad-link', { reason: link.reason });
    const own = await this.posts.heir(tx, postId);
    const place = await this.posts.addAddress(tx, own, { kind: 'url', value: link.same, url: link.url });
    if (place.postId === own) return { addressId: place.addressId, postId: own };
    return { addressId: place.addressId, postId: await this.join(tx, own, place) };
  }

  /** One merge at a time: two posts that each turn out to be the other end as one. */
  private async join(tx: Tx, postId: string, place: Place): Promise<string> {
    await this.posts.lockMerges(tx);
    const [from, into] = [await this.posts.heir(tx, postId), await this.posts.heir(tx, place.postId)];
    if (from === into) return into;
    await this.posts.merge(tx, from, into);
    await this.log.append(tx, {
      type: 'post.merged',
      v: 1,
      public: {},
      office: { postId: from, into, addressId: place.addressId },
      subject: from,
    });
    return into;
  }
}
