import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import type { Recorded } from '../../core/events/event.js';
import { On, type Handler } from '../../core/events/on.js';
import { glossary } from '../../core/glossary/glossary.js';
import { AnnulPenalty } from './annul-penalty.use-case.js';
import { DrawViolation } from './draw-violation.use-case.js';
import { KnowPenalty } from './know-penalty.use-case.js';
import { PenaltyRepository } from './penalty.repository.js';
import { TellPenalty } from './tell-penalty.use-case.js';
import { ViolationRepository } from './violation.repository.js';

const HOUSE = { staffId: null, rights: new Set<string>(), system: true };

/** The ground of a penalty fell away: what nobody signed is cancelled at once, and for what was signed an annulment waits for a signer. */
@Injectable()
@On('case.fell')
export class PenaltyCaseFell implements Handler<'case.fell'> {
  constructor(
    private readonly violations: ViolationRepository,
    private readonly penalties: PenaltyRepository,
    private readonly know: KnowPenalty,
    private readonly annulling: AnnulPenalty,
    private readonly drawing: DrawViolation,
    private readonly telling: TellPenalty,
  ) {}

  async handle(tx: Tx, { office }: Recorded<'case.fell'>): Promise<void> {
    for (const id of await this.violations.ofCase(tx, office.caseId)) {
      const record = await this.violations.lock(tx, null, id);
      const live = await this.penalties.liveOf(tx, id);
      if (live) await this.undo(tx, live.id);
      if (!(await this.penalties.liveOf(tx, id))) await this.drawing.end(tx, record, HOUSE);
    }
  }

  private async undo(tx: Tx, penaltyId: string): Promise<void> {
    const held = await this.penalties.lock(tx, null, penaltyId);
    if (held.penalty.state === 'draft') {
      await this.know.step(tx, held, 'cancelled', HOUSE);
      await this.penalties.save(tx, held.penalty);
      return this.telling.plain(tx, held, 'cancelled', HOUSE);
    }
    if (await this.penalties.annulmentOf(tx, penaltyId)) return;
    await this.annulling.draft(tx, held, { ground: 'case-fell', reason: glossary.annulment['case-fell'].vi }, HOUSE);
  }
}
