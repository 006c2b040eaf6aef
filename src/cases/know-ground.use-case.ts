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
    return { stands: await this.judgements.standing(tx, await this.links.ofCase(tx, caseId)) };
  }
}
