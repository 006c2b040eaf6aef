import { Injectable } from '@nestjs/common';
import { Db } from '../core/database/db.js';
import { Log } from '../core/events/log.js';
import { take, type FlowActor } from '../core/flow/flow.js';
import { Problem } from '../core/problem/problem.js';
import { claimFlow } from './claim.flow.js';
import { ClaimRepository } from './claim.repository.js';

/** A second person puts a drafted version in force. */
@Injectable()
export class ApproveClaim {
  constructor(
    private readonly db: Db,
    private readonly claims: ClaimRepository,
    private readonly log: Log,
  ) {}

  async run(actor: FlowActor & { staffId: string }, versionId: string): Promise<void> {
    await this.db.tx(async (tx) => {
      const version = await this.claims.version(tx, versionId);
      const claim = await this.claims.lock(tx, version.claimId);
      const newer = claim.currentVersionId === null || (await this.claims.version(tx, claim.currentVersionId)).number < version.number;
      const needs = new Set(['source', 'wording', ...(newer ? ['new-version'] : [])]);
      const authors = await this.claims.authorsSinceApproval(tx, version.claimId, version.number);
      const taken = take(claimFlow, claim.state, 'approved', actor, { needs, authors });
      if (!taken.ok)
        throw taken.reason === 'own-work'
          ? new Problem('own-claim')
          : new Problem(taken.reason === 'no-right' ? 'forbidden' : 'stale', {
              current: { state: claim.state, version: claim.version, versionId: claim.currentVersionId },
            });
      await this.claims.approve(tx, version, actor.staffId);
      await this.log.append(tx, {
        type: 'claim.approved',
        v: 1,
        public: { topic: version.topic },
        office: { claimId: claim.id, versionId },
        actor: actor.staffId,
        subject: claim.id,
      });
    });
  }
}
