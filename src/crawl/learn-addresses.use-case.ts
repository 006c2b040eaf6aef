import { Injectable } from '@nestjs/common';
import type { Tx } from '../core/database/db.js';
import { Problem } from '../core/problem/problem.js';
import { PostsDoor } from '../intake/index.js';

/** Where a short link or a redirect led, and what the post calls itself, are addresses of the same post; so two posts may turn out to be one. */
@Injectable()
export class LearnAddresses {
  constructor(private readonly posts: PostsDoor) {}

  async run(tx: Tx, postId: string, addresses: string[]): Promise<void> {
    for (const url of addresses) {
      await this.posts.addAddress(tx, postId, url).catch((error: unknown) => {
        if (!(error instanceof Problem && error.code === 'bad-link')) throw error; // an address that the office does not take is none
      });
    }
  }
}
