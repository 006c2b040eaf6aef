import { Injectable } from '@nestjs/common';
import { Db } from '../core/database/db.js';
import { Log } from '../core/events/log.js';
import { take, type FlowActor } from '../core/flow/flow.js';
import { Problem } from '../core/problem/problem.js';
import { claimFlow } from './claim.flow.js';
import { ClaimRepository } from './claim.repository.js';

/** Takes a claim out of the registry, for a reason: from now on nothing matches it; what was judged by it stays as it was. */
@Injectable()
export class RetireClaim {
  constructor(
    private readonly db: Db,
    private readonly claims: ClaimRepository,
    private readonly log: Log,
  ) {}

  async run(actor: FlowActor & { staffId: string }, claimId: string, reason: string): Promise<void> {
    await this.db.tx(async (tx) => {
      const claim = await this.claims.lock(tx, claimId);
      const taken = take(claimFlow, claim.state, 'retired', actor, { needs: new Set(), authors: new Set() });
      if (!taken.ok)
        throw new Problem(taken.reason === 'no-right' ? 'forbidden' : 'stale', {
          current: { state: claim.state, version: claim.version, versionId: claim.currentVersionId },
        });
      const { topic } = await this.claims.version(tx, claim.currentVersionId!);
      await this.claims.retire(tx, claimId, { reason: reason.trim(), by: actor.staffId });
      await this.log.append(tx, {
        type: 'claim.retired',
        v: 1,
        public: { topic },
        office: { claimId },
        actor: actor.staffId,
        subject: claimId,
      });
    });
  }
}
