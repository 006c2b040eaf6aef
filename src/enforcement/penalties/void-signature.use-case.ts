import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import { Problem } from '../../core/problem/problem.js';
import type { Person } from './draw-violation.use-case.js';
import { PenaltyRepository, type HeldPenalty } from './penalty.repository.js';
import { TellPenalty } from './tell-penalty.use-case.js';
import './problems.js';

/** What was signed but bears no number becomes a draft again. */
@Injectable()
export class VoidSignature {
  constructor(
    private readonly penalties: PenaltyRepository,
    private readonly telling: TellPenalty,
  ) {}

  /** An explanation came: the decision must answer it, so it is written anew and signed anew. */
  async byExplanation(tx: Tx, penaltyId: string, actor: Person): Promise<void> {
    const held = await this.penalties.lock(tx, null, penaltyId);
    if (held.penalty.serial !== null) throw new Problem('already-issued', { penaltyId });
    if (held.penalty.state === 'signed') await this.run(tx, held, actor);
  }
  /** The event tells of the content that was signed: call it before a new one is written. The row is saved. */
  async run(tx: Tx, held: HeldPenalty, actor: { staffId: string | null }): Promise<void> {
    held.penalty.state = 'draft';
    await this.penalties.save(tx, held.penalty);
    await this.telling.plain(tx, held, 'voided', actor, { contentId: held.newest.id, contentSha256: held.newest.sha256 });
  }
}
