import { Injectable } from '@nestjs/common';
import { Db, type Tx } from '../core/database/db.js';
import { Log } from '../core/events/log.js';
import { take, type FlowActor } from '../core/flow/flow.js';
import { Problem } from '../core/problem/problem.js';
import type { ClaimRow, ClaimVersionRow } from './claim.entity.js';
import { claimFlow, type ClaimState } from './claim.flow.js';
import { ClaimRepository, standing } from './claim.repository.js';
import './events.js';
import './problems.js';

type Person = FlowActor & { staffId: string };
interface Waiting {
  claim: ClaimRow;
  version: ClaimVersionRow;
}

/** A second person puts a drafted version in force, or sends it back with a reason. */
@Injectable()
export class ApproveClaim {
  constructor(
    private readonly db: Db,
    private readonly claims: ClaimRepository,
    private readonly log: Log,
  ) {}

  async run(actor: Person, versionId: string): Promise<void> {
    await this.db.tx(async (tx) => {
      const waiting = await this.waiting(tx, versionId);
      await this.step(tx, waiting, 'approved', actor);
      const { claim, version } = waiting;
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

  /** The claim itself stays where it stands. */
  async sendBack(actor: Person, versionId: string, input: { reason: string; version: number }): Promise<void> {
    await this.db.tx(async (tx) => {
      const waiting = await this.waiting(tx, versionId);
      const { claim } = waiting;
      if (claim.version !== input.version) throw new Problem('stale', standing(claim));
      const newest = await this.claims.newestVersionId(tx, claim.id);
      if (newest !== versionId) throw new Problem('content-changed', { current: { ...standing(claim).current, versionId: newest } });
      await this.step(tx, waiting, claim.state, actor);
      await this.claims.sendBack(tx, claim.id, versionId, { reason: input.reason.trim(), by: actor.staffId });
      await this.log.append(tx, {
        type: 'claim.returned',
        v: 1,
        public: {},
        office: { claimId: claim.id, versionId },
        actor: actor.staffId,
        subject: claim.id,
      });
    });
  }

  private async waiting(tx: Tx, versionId: string): Promise<Waiting> {
    const version = await this.claims.version(tx, versionId);
    return { version, claim: await this.claims.lock(tx, version.claimId) };
  }

  private async step(tx: Tx, { claim, version }: Waiting, to: ClaimState, actor: FlowActor): Promise<void> {
    const returned = await this.claims.wasReturned(tx, version.id);
    const newer = claim.currentVersionId === null || (await this.claims.version(tx, claim.currentVersionId)).number < version.number;
    const needs = new Set(['source', 'wording', ...(newer && !returned ? ['new-version'] : [])]);
    const authors = await this.claims.authorsSinceApproval(tx, claim.id, version.number);
    const taken = take(claimFlow, claim.state, to, actor, { needs, authors });
    if (taken.ok) return;
    if (taken.reason === 'own-work') throw new Problem('own-claim');
    if (taken.reason === 'no-right') throw new Problem('forbidden');
    if (returned && 'lacks' in taken) throw new Problem('claim-incomplete', { lacks: taken.lacks });
    throw new Problem('stale', standing(claim));
  }
}
