import { Injectable } from '@nestjs/common';
import type { Tx } from '../core/database/db.js';
import type { CaseFacts } from './case.js';
import { CaseRepository } from './case.repository.js';
import { PostLinksRepository } from './post-links.repository.js';
import { TakePost } from './take-post.use-case.js';

/** What is on file of a case now, the judgement of its posts included. */
@Injectable()
export class KnowCase {
  constructor(
    private readonly cases: CaseRepository,
    private readonly links: PostLinksRepository,
    private readonly taking: TakePost,
  ) {}

  async run(tx: Tx, caseId: string): Promise<CaseFacts> {
    const facts = await this.cases.facts(tx, caseId);
    for (const postId of await this.links.everJudgedFalse(tx, caseId)) {
      if (await this.taking.judgedFalse(tx, postId)) return { ...facts, judgedFalse: true };
    }
    return { ...facts, judgedFalse: false };
  }
}
