import { Injectable } from '@nestjs/common';
import { Db } from '../core/database/db.js';
import type { SplitPost } from './act-answers.js';
import { Problem } from '../core/problem/problem.js';
import { PostsDoor } from '../intake/index.js';
import { refuseForeignLease } from './lease-item.use-case.js';
import { SplitsView } from './splits.view.js';
import { TriageRepository } from './triage.repository.js';

/** A report was joined to a post that it is not about: it gets a post of its own. */
@Injectable()
export class SplitWrongJoin {
  constructor(
    private readonly db: Db,
    private readonly items: TriageRepository,
    private readonly posts: PostsDoor,
    private readonly splits: SplitsView,
  ) {}

  run(actor: { staffId: string }, itemId: string, input: { reportId: string; reason: string }): Promise<SplitPost> {
    return this.db.tx(async (tx) => {
      const item = await this.items.lockFor(tx, actor, itemId);
      refuseForeignLease(item, actor.staffId);
      if (!(await this.splits.speaksOf(tx, input.reportId, item.postId))) throw new Problem('missing');
      return this.posts.split(tx, actor.staffId, input.reportId, input.reason);
    });
  }
}
