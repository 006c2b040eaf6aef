import { Injectable } from '@nestjs/common';
import type { Tx } from '../core/database/db.js';
import type { Recorded } from '../core/events/event.js';
import { On, type Handler } from '../core/events/on.js';
import { CorrectionRepository } from './correction.repository.js';
import { publicationTable } from './publication-table.js';
import { WithdrawCorrection } from './withdraw-correction.use-case.js';

/** A case fell, and the claim that it rested on has left the registry: what the public reads of that claim is proposed to be withdrawn. Where the claim stands, the correction is only to be looked at again. */
@Injectable()
@On('case.fell')
export class CorrectionCaseFell implements Handler<'case.fell'> {
  constructor(
    private readonly corrections: CorrectionRepository,
    private readonly withdrawing: WithdrawCorrection,
  ) {}

  async handle(tx: Tx, { office }: Recorded<'case.fell'>): Promise<void> {
    for (const resting of await this.corrections.restingOn(tx, office.caseId))
      await this.withdrawing.proposeForHouse(tx, resting, publicationTable.claim_fell_reason[resting.expired ? 'expired' : 'retired']);
  }
}
