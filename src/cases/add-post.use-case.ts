import { Injectable } from '@nestjs/common';
import { Db } from '../core/database/db.js';
import type { Versioned } from '../core/http/answer.js';
import { Log } from '../core/events/log.js';
import { Problem } from '../core/problem/problem.js';
import { takesEntries } from './case.js';
import { CaseRepository } from './case.repository.js';
import { PostLinksRepository } from './post-links.repository.js';
import { ProposalRepository } from './proposal.repository.js';
import { TakePost } from './take-post.use-case.js';
import { BarParties } from './bar-parties.use-case.js';

/** Another post of the same matter joins a case. */
@Injectable()
export class AddPost {
  constructor(
    private readonly db: Db,
    private readonly cases: CaseRepository,
    private readonly links: PostLinksRepository,
    private readonly proposals: ProposalRepository,
    private readonly barring: BarParties,
    private readonly taking: TakePost,
    private readonly log: Log,
  ) {}

  run(actor: { staffId: string }, caseId: string, given: { postId: string; version?: number }): Promise<Versioned> {
    return this.db.tx(async (tx) => {
      await this.barring.hold(tx);
      const found = await this.cases.lock(tx, actor, caseId, given.version);
      if (!takesEntries(found.state)) throw new Problem('case-not-open', { state: found.state });
      const postId = await this.taking.findFor(tx, actor, given.postId);
      const fell = await this.links.fellWith(tx, postId);
      if (fell) throw new Problem('post-fell', { ...fell });
      const judged = await this.taking.settle(tx, postId);
      await this.links.hold(tx, caseId, postId, actor);
      if (!(await this.links.link(tx, { caseId, postId, reason: 'added', by: actor.staffId }))) return { version: found.version };
      await this.barring.run(tx, caseId);
      await this.proposals.answer(tx, postId, caseId);
      const version = await this.cases.touch(tx, found);
      await this.log.append(tx, {
        type: 'case.post-added',
        v: 1,
        public: {},
        office: { caseId, postId, reason: 'added' },
        actor: actor.staffId,
        subject: caseId,
      });
      await this.taking.exhibit(tx, caseId, postId, judged, actor.staffId);
      return { version };
    });
  }
}
