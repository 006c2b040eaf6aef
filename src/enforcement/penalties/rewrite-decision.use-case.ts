import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import { contentBytes, type DecisionContent } from './decision.js';
import type { Person } from './draw-violation.use-case.js';
import type { PenaltyStepped } from './penalty-answers.js';
import { PenaltyRepository, type HeldPenalty } from './penalty.repository.js';
import { TellPenalty } from './tell-penalty.use-case.js';
import { VoidSignature } from './void-signature.use-case.js';

/** Another content takes the place of the newest one, unless not a byte is other; a signature does not outlive that. */
@Injectable()
export class RewriteDecision {
  constructor(
    private readonly penalties: PenaltyRepository,
    private readonly voiding: VoidSignature,
    private readonly telling: TellPenalty,
  ) {}

  async run(tx: Tx, held: HeldPenalty, content: DecisionContent, actor: Person): Promise<PenaltyStepped> {
    const { penalty, newest } = held;
    const { id, version } = penalty;
    if (contentBytes(content).equals(contentBytes(newest.content)))
      return { id, state: penalty.state, version, contentHash: newest.sha256, number: null };
    const voidedSignature = penalty.state === 'signed';
    if (voidedSignature) await this.voiding.run(tx, held, actor);
    else await this.penalties.save(tx, penalty);
    const written = await this.penalties.addContent(tx, id, penalty.version, content, actor.staffId);
    await this.telling.plain(tx, held, 'changed', actor, { contentId: written.id, contentSha256: written.sha256, voidedSignature });
    return { id, state: penalty.state, version: penalty.version, contentHash: written.sha256, number: null };
  }
}
