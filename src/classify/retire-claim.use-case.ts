import { Injectable } from '@nestjs/common';
import { Db } from '../core/database/db.js';
import { Log } from '../core/events/log.js';
import { take, type FlowActor } from '../core/flow/flow.js';
import { Problem } from '../core/problem/problem.js';
import type { ClaimRow } from './claim.entity.js';
import { claimFlow } from './claim.flow.js';
import { ClaimRepository, standing } from './claim.repository.js';
import { MergeRepository } from './merging/merge.repository.js';

type Person = FlowActor & { staffId: string };

/** One person proposes that a claim leaves the registry, for a reason; another decides. From then on nothing matches it; what was judged by it stays as it was. */
@Injectable()
export class RetireClaim {
  constructor(
    private readonly db: Db,
    private readonly claims: ClaimRepository,
    private readonly merges: MergeRepository,
    private readonly log: Log,
  ) {}

  async propose(actor: Person, claimId: string, input: { reason: string; version: number }): Promise<void> {
    await this.db.tx(async (tx) => {
      const claim = await this.claims.lock(tx, claimId);
      refuseStale(claim, input.version);
      if (claim.state !== 'approved' || (await this.claims.openRetirement(tx, claimId))) throw new Problem('no-such-step', standing(claim));
      if (await this.merges.open(tx, claimId)) throw new Problem('decision-open', { claimId });
      const retirementId = await this.claims.proposeRetirement(tx, claimId, { reason: input.reason.trim(), by: actor.staffId });
      const office = { claimId, retirementId };
      await this.log.append(tx, {
        type: 'claim.retirement-proposed',
        v: 1,
        public: {},
        office,
        actor: actor.staffId,
        subject: claimId,
      });
    });
  }

  async decide(actor: Person, claimId: string, input: { agreed: boolean; version: number }): Promise<void> {
    await this.db.tx(async (tx) => {
      const claim = await this.claims.lock(tx, claimId);
      refuseStale(claim, input.version);
      const open = await this.claims.openRetirement(tx, claimId);
      const held = { needs: new Set(open ? ['retirement-proposed'] : []), authors: new Set(open ? [open.proposedById] : []) };
      const taken = take(claimFlow, claim.state, 'retired', actor, held);
      if (!taken.ok || !open)
        throw taken.ok || taken.reason !== 'own-work' ? new Problem('no-such-step', standing(claim)) : new Problem('own-retirement');
      await this.claims.decideRetirement(tx, claimId, open.id, { agreed: input.agreed, by: actor.staffId });
      const about = { actor: actor.staffId, subject: claimId };
      if (!input.agreed)
        return this.log.append(tx, {
          ...about,
          type: 'claim.retirement-declined',
          v: 1,
          public: {},
          office: { claimId, retirementId: open.id },
        });
      const { topic } = await this.claims.version(tx, claim.currentVersionId!);
      await this.log.append(tx, { ...about, type: 'claim.retired', v: 1, public: { topic }, office: { claimId } });
    });
  }
}

function refuseStale(claim: ClaimRow, version: number): void {
  if (claim.version !== version) throw new Problem('stale', standing(claim));
}
