import { Injectable } from '@nestjs/common';
import type { Tx } from '../core/database/db.js';
import type { Judgement } from './judgement.js';
import { TriageRepository } from './triage.repository.js';

export interface CurrentJudgement {
  judgementId: string;
  judgement: Judgement;
  claimVersionId: string | null;
  evidenceId: string | null;
  by: string;
  at: Date;
}

/** What rooms to the right may ask about judgements. */
@Injectable()
export class Judgements {
  constructor(private readonly items: TriageRepository) {}

  /** The same, which nobody judges again before the end of this transaction. */
  async held(tx: Tx, postId: string): Promise<CurrentJudgement | null> {
    await this.items.inForce(tx, postId);
    return this.current(tx, postId);
  }
  /** The judgement of a post that stands now. */
  async current(tx: Tx, postId: string): Promise<CurrentJudgement | null> {
    const row = await this.items.current(tx, postId);
    return (
      row && {
        judgementId: row.id,
        judgement: row.judgement,
        claimVersionId: row.claimVersionId,
        evidenceId: row.evidenceId,
        by: row.by,
        at: row.at,
      }
    );
  }
}
