import { Injectable } from '@nestjs/common';
import type { Tx } from '../core/database/db.js';
import { AddAddress } from './add-address.use-case.js';
import { PostsRepository, type Address } from './posts.repository.js';
import { SplitReport } from './split-report.use-case.js';

/** What rooms to the right may ask of intake, in their own transaction. */
@Injectable()
export class PostsDoor {
  constructor(
    private readonly posts: PostsRepository,
    private readonly adding: AddAddress,
    private readonly splitting: SplitReport,
  ) {}

  find(tx: Tx, postId: string): Promise<{ id: string; mergedInto: string | null } | null> {
    return this.posts.find(tx, postId);
  }
  addresses(tx: Tx, postId: string): Promise<Address[]> {
    return this.posts.addresses(tx, postId);
  }
  addAddress(tx: Tx, postId: string, url: string): Promise<{ addressId: string; postId: string }> {
    return this.adding.run(tx, postId, url);
  }
  split(tx: Tx, by: string, reportId: string, reason: string): Promise<{ postId: string }> {
    return this.splitting.run(tx, by, reportId, reason);
  }
}
