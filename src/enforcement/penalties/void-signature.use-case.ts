import { Injectable } from '@nestjs/common';
import { Db, type Tx } from '../../core/database/db.js';
import { Problem } from '../../core/problem/problem.js';
import type { Person } from './draw-violation.use-case.js';
import type { PenaltyStepped } from './penalty-answers.js';
import { PenaltyRepository, type HeldPenalty } from './penalty.repository.js';
import { TellPenalty } from './tell-penalty.use-case.js';
import { ViolationRepository } from './violation.repository.js';
import './problems.js';

/** What was signed but bears no number becomes a draft again. */
@Injectable()
export class VoidSignature {
  constructor(
    private readonly db: Db,
    private readonly penalties: PenaltyRepository,
    private readonly violations: ViolationRepository,
    private readonly telling: TellPenalty,
  ) {}

  /** Whoever drafts, or signed it, takes the signature away for a reason. Not a word changes: the house writes the same content once more, to be signed anew. */
  byHand(actor: Person, id: string, { reason, version }: { reason: string; version: number }): Promise<PenaltyStepped> {
    return this.db.tx(async (tx) => {
      const held = await this.penalties.lock(tx, actor, id, version);
      const { penalty, newest } = held;
      if (penalty.serial !== null) throw new Problem('already-issued', { penaltyId: id });
      if (penalty.state !== 'signed') throw new Problem('no-such-step', { current: { state: penalty.state, version } });
      if (!actor.rights.has('penalty.draft') && newest.signature?.signedBy !== actor.staffId) throw new Problem('forbidden');
      if (await this.penalties.annulmentOf(tx, id)) throw new Problem('penalty-lacks', { lacks: ['no-annulment'] });
      await this.run(tx, held, actor);
      await this.penalties.addContent(tx, id, penalty.version, newest.content, null);
      await this.violations.note(tx, id, reason.trim(), actor.staffId);
      return { id, state: penalty.state, version: penalty.version, contentHash: newest.sha256, number: null };
    });
  }

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
