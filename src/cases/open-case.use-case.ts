import { Inject, Injectable } from '@nestjs/common';
import { said } from '../core/text/visible.js';
import { randomUUID } from 'node:crypto';
import { CONFIG, type Config } from '../core/config.js';
import { Db } from '../core/database/db.js';
import { Log } from '../core/events/log.js';
import { Problem } from '../core/problem/problem.js';
import { BarParties } from './bar-parties.use-case.js';
import { CaseRepository } from './case.repository.js';
import { PostLinksRepository } from './post-links.repository.js';
import { ProposalRepository } from './proposal.repository.js';
import { TakePost } from './take-post.use-case.js';

export interface OpenedCase {
  id: string;
  number: string;
  state: 'open';
  version: number;
}

/** A person opens a case for a post that is judged false; whoever opens it has it. */
@Injectable()
export class OpenCase {
  constructor(
    private readonly db: Db,
    private readonly cases: CaseRepository,
    private readonly links: PostLinksRepository,
    private readonly proposals: ProposalRepository,
    private readonly barring: BarParties,
    private readonly taking: TakePost,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  run(actor: { staffId: string }, given: { postId: string; title?: string | null }): Promise<OpenedCase> {
    return this.db.tx(async (tx) => {
      await this.barring.hold(tx);
      const postId = await this.taking.findFor(tx, actor, given.postId);
      const fell = await this.links.fellWith(tx, postId);
      if (fell) throw new Problem('post-fell', { ...fell });
      const judged = await this.taking.settle(tx, postId);
      const id = randomUUID();
      await this.links.hold(tx, id, postId, actor);
      const about = await this.links.about(tx, postId, judged.claimVersionId);
      const opened = await this.cases.add(tx, {
        id,
        title: said(given.title),
        by: actor.staffId,
        timeZone: this.config.timeZone,
      });
      await this.links.link(tx, { caseId: id, postId, reason: 'opened-from', by: actor.staffId });
      await this.barring.run(tx, id);
      await this.proposals.answer(tx, postId, id);
      await this.log.append(tx, {
        type: 'case.opened',
        v: 1,
        public: about,
        office: { caseId: id, postId },
        actor: actor.staffId,
        subject: id,
      });
      await this.taking.exhibit(tx, id, postId, judged, actor.staffId);
      return { id, number: opened.number, state: 'open', version: opened.version };
    });
  }
}
