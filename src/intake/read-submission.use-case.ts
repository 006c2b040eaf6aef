import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { Db } from '../core/database/db.js';
import { Log } from '../core/events/log.js';
import { Evidence } from '../core/evidence/evidence.js';
import { SealedBytes } from '../core/evidence/sealed-bytes.js';
import { Problem } from '../core/problem/problem.js';
import { PostsRepository } from './posts.repository.js';
import './events.js';
import { Bars } from '../core/identity/bars.js';

/** Opens a picture that somebody sent in; every reading is on the log before a byte leaves. */
@Injectable()
export class ReadSubmission {
  constructor(
    private readonly db: Db,
    private readonly posts: PostsRepository,
    private readonly bars: Bars,
    private readonly evidence: Evidence,
    private readonly sealed: SealedBytes,
    private readonly log: Log,
  ) {}

  async run(by: { staffId: string }, addressId: string): Promise<{ mediaType: string; length: number; bytes: Readable }> {
    const { item, postId } = await this.db.tx(async (tx) => {
      const sent = await this.posts.picture(tx, addressId);
      if (!sent) throw new Problem('missing');
      await this.bars.refuse(tx, by, sent.postId);
      await this.log.append(tx, {
        type: 'submission.read',
        v: 1,
        public: {},
        office: { addressId },
        actor: by.staffId,
        subject: sent.postId,
      });
      return { item: await this.evidence.get(tx, sent.evidenceId), postId: sent.postId };
    });
    const about = { of: item.id, part: 'picture', subject: postId, actor: by.staffId };
    return { mediaType: item.mediaType, length: item.bytes, bytes: await this.sealed.open(item.sha256, about) };
  }
}
