import { Injectable } from '@nestjs/common';
import type { Tx } from '../core/database/db.js';
import type { Judgement } from './judgement.js';
import { TriageRepository } from './triage.repository.js';
import { JudgementRepository } from './judgement.repository.js';

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
  constructor(
    private readonly items: TriageRepository,
    private readonly judgements: JudgementRepository,
  ) {}

  /** The judgement of a post that stands now. */
  async current(tx: Tx, postId: string): Promise<CurrentJudgement | null> {
    const row = await this.judgements.current(tx, postId);
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
  /** The same, which from now on nobody takes back: somebody acts on it. */
  async settle(tx: Tx, postId: string): Promise<CurrentJudgement | null> {
    await this.items.inForce(tx, postId);
    const judged = await this.current(tx, postId);
    if (judged) await this.judgements.settle(tx, judged.judgementId);
    return judged;
  }
  /** The judgement by which it stands, for good, that a post is false; whoever takes one back at this moment is waited for. */
  async standingFalse(tx: Tx, postId: string): Promise<CurrentJudgement | null> {
    await this.items.inForce(tx, postId);
    return (await this.judgements.standing(tx, [postId])).length > 0 ? this.current(tx, postId) : null;
  }
  /** Those of the posts of which it stands, for good, that they are false. */
  async standing(tx: Tx, postIds: readonly string[]): Promise<Set<string>> {
    return new Set(await this.judgements.standing(tx, postIds));
  }
}
