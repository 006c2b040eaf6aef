import { Injectable } from '@nestjs/common';
import type { Tx } from '../core/database/db.js';
import type { Recorded } from '../core/events/event.js';
import { Log } from '../core/events/log.js';
import { On, type Handler } from '../core/events/on.js';
import { Judgements } from '../classify/index.js';
import { PostLinksRepository } from './post-links.repository.js';
import { ProposalRepository } from './proposal.repository.js';
import { TakePost } from './take-post.use-case.js';
import './events.js';

/** A judgement proposes a case, if by now nobody can take it back and no open case holds the post; a person opens it. */
@Injectable()
@On('post.judged')
export class ProposeCase implements Handler<'post.judged'> {
  constructor(
    private readonly taking: TakePost,
    private readonly judgements: Judgements,
    private readonly links: PostLinksRepository,
    private readonly proposals: ProposalRepository,
    private readonly log: Log,
  ) {}

  async handle(tx: Tx, { office }: Recorded<'post.judged'>): Promise<void> {
    if (office.judgement !== 'false-statement-of-fact') return;
    const postId = await this.taking.find(tx, office.postId);
    const judged = await this.judgements.standingFalse(tx, postId);
    if (!judged || (await this.links.holder(tx, postId))) return;
    const ids = { postId, judgementId: judged.judgementId, itemId: office.itemId };
    if (await this.proposals.propose(tx, ids))
      await this.log.append(tx, { type: 'case.proposed', v: 1, public: {}, office: ids, subject: postId });
  }
}
