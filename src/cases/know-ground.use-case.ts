import { Injectable } from '@nestjs/common';
import type { Tx } from '../core/database/db.js';
import { Judgements } from '../classify/index.js';
import { PostLinksRepository } from './post-links.repository.js';

export interface CaseGround {
  /** posts of the case, by the ids that count now, of which it stands for good that they are false */
  stands: Set<string>;
}

/** What a case, and all that is asked for on it, rests on: screens and steps ask here, and nowhere else. */
@Injectable()
export class KnowGround {
  constructor(
    private readonly links: PostLinksRepository,
    private readonly judgements: Judgements,
  ) {}

  async run(tx: Tx, caseId: string): Promise<CaseGround> {
    return (await this.all(tx, [caseId])).get(caseId)!;
  }
  async all(tx: Tx, caseIds: readonly string[]): Promise<Map<string, CaseGround>> {
    const posts = await this.links.ofAll(tx, caseIds);
    const standing = await this.judgements.standing(tx, [...new Set([...posts.values()].flat())]);
    return new Map([...posts].map(([caseId, ids]) => [caseId, { stands: new Set(ids.filter((id) => standing.has(id))) }]));
  }
}
