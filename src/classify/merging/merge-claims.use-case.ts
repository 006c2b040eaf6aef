import { Injectable } from '@nestjs/common';
import { Db, type Tx } from '../../core/database/db.js';
import { Log } from '../../core/events/log.js';
import { take, type FlowActor } from '../../core/flow/flow.js';
import { Problem } from '../../core/problem/problem.js';
import type { ClaimRow, ClaimVersionRow } from '../claim.entity.js';
import { claimFlow } from '../claim.flow.js';
import { ClaimRepository, standing } from '../claim.repository.js';
import '../events.js';
import '../problems.js';
import { contentOf } from '../exchange/record.js';
import { apart, together, tooMany } from './merge.js';
import type { MergeProposed } from './merge-answers.js';
import { MergeRepository, type Merge } from './merge.repository.js';

type Person = FlowActor & { staffId: string };
interface Both {
  claim: ClaimRow;
  into: ClaimRow;
}

/** One person proposes that a claim is the same as another, or is not after all; a second person decides. What was judged by it stays, and names it. */
@Injectable()
export class MergeClaims {
  constructor(
    private readonly db: Db,
    private readonly claims: ClaimRepository,
    private readonly merges: MergeRepository,
    private readonly log: Log,
  ) {}

  propose(
    by: Person,
    claimId: string,
    asked: { intoId: string; reason: string; version: number; intoVersion: number },
  ): Promise<MergeProposed> {
    return this.db.tx(async (tx) => {
      const both = await this.both(tx, claimId, asked.intoId);
      refuseStale(both.claim, asked.version);
      refuseStale(both.into, asked.intoVersion);
      await this.refuseUnready(tx, both, 'merge');
      const [mine, theirs] = await this.inForce(tx, both);
      const content = together(contentOf(theirs), contentOf(mine));
      if (tooMany(content)) throw new Problem('claim-too-long', { wordings: content.wordings.length, sources: content.sources.length });
      return this.note(tx, by, both, { what: 'merge', content, reason: asked.reason });
    });
  }

  proposeReinstatement(by: Person, claimId: string, asked: { reason: string; version: number }): Promise<MergeProposed> {
    return this.db.tx(async (tx) => {
      const merge = await this.merges.lastAgreed(tx, claimId);
      if (!merge) throw new Problem('no-such-step');
      const both = await this.both(tx, claimId, merge.intoId);
      refuseStale(both.claim, asked.version);
      await this.refuseUnready(tx, both, 'reinstate');
      const [mine, theirs] = await this.inForce(tx, both);
      const before = await this.claims.version(tx, merge.intoVersionId);
      // one that was retired since says what it said
      const content = both.into.state === 'retired' ? contentOf(theirs) : apart(contentOf(theirs), contentOf(mine), contentOf(before));
      return this.note(tx, by, both, { what: 'reinstate', content, reason: asked.reason });
    });
  }

  /** Agreed, both happen at once: what the one that stays says next is in force, and the other leads to it, or stands by itself again. */
  async decide(actor: Person, claimId: string, { mergeId, agreed }: { mergeId: string; agreed: boolean }): Promise<void> {
    await this.db.tx(async (tx) => {
      const found = await this.merges.one(tx, mergeId);
      if (found?.claimId !== claimId) throw new Problem('missing');
      const both = await this.both(tx, claimId, found.intoId);
      const merge = await this.merges.one(tx, mergeId);
      if (!merge) throw new Problem('stale', standing(both.claim));
      const to = merge.what === 'merge' ? 'merged' : 'approved';
      const held = { needs: new Set([`${merge.what}-proposed`]), authors: new Set([merge.proposedById]) };
      const taken = take(claimFlow, both.claim.state, to, actor, held);
      if (!taken.ok) throw taken.reason === 'own-work' ? new Problem('own-merge') : new Problem('no-such-step', standing(both.claim));
      if (agreed) await this.putInForce(tx, actor, both, merge);
      await this.merges.decide(tx, merge, { agreed, by: actor.staffId });
      await this.tell(tx, actor, merge, agreed);
    });
  }

  private async putInForce(tx: Tx, actor: Person, { claim, into }: Both, merge: Merge): Promise<void> {
    const unchanged = claim.currentVersionId === merge.versionId && into.currentVersionId === merge.intoVersionId;
    if (!unchanged) throw new Problem('content-changed', standing(into));
    await this.refuseDrafts(tx, claim, into);
    // also where only the other one leaves or comes back
    await this.claims.changeRegistry(tx);
    const now = await this.claims.version(tx, merge.intoVersionId);
    if (JSON.stringify(contentOf(now)) === JSON.stringify(contentOf(merge.content))) return;
    const next = await this.claims.addVersion(tx, into.id, contentOf(merge.content), merge.proposedById);
    await this.claims.approve(tx, next, actor.staffId);
    const office = { claimId: into.id, versionId: next.id };
    await this.log.append(tx, {
      type: 'claim.approved',
      v: 1,
      public: { topic: next.topic },
      office,
      actor: actor.staffId,
      subject: into.id,
    });
  }

  private async tell(tx: Tx, actor: Person, { id: mergeId, claimId, intoId, versionId, what }: Merge, agreed: boolean): Promise<void> {
    const about = { v: 1, actor: actor.staffId, subject: claimId } as const;
    const { topic } = await this.claims.version(tx, versionId);
    if (!agreed)
      return void (await this.log.append(tx, {
        ...about,
        type: `claim.${what}-declined`,
        public: {},
        office: { claimId, intoId, mergeId },
      }));
    const type = what === 'merge' ? 'claim.merged' : 'claim.reinstated';
    await this.log.append(tx, { ...about, type, public: { topic }, office: { claimId, intoId } });
  }

  private async note(
    tx: Tx,
    by: Person,
    { claim, into }: Both,
    { what, content, reason }: Pick<Merge, 'what' | 'content' | 'reason'>,
  ): Promise<MergeProposed> {
    const of = { claimId: claim.id, versionId: claim.currentVersionId!, intoId: into.id, intoVersionId: into.currentVersionId! };
    const mergeId = await this.merges.propose(tx, { ...of, what, content, reason: reason.trim(), proposedById: by.staffId });
    const office = { claimId: claim.id, intoId: into.id, mergeId };
    await this.log.append(tx, { type: `claim.${what}-proposed`, v: 1, public: {}, office, actor: by.staffId, subject: claim.id });
    return { mergeId };
  }

  /** Both, in the order of their ids, so that two who merge them the other way round wait for each other. */
  private async both(tx: Tx, claimId: string, intoId: string): Promise<Both> {
    if (claimId === intoId) throw new Problem('no-such-step');
    const locked = new Map<string, ClaimRow>();
    for (const id of [claimId, intoId].sort()) locked.set(id, await this.claims.lock(tx, id));
    return { claim: locked.get(claimId)!, into: locked.get(intoId)! };
  }
  private inForce(tx: Tx, { claim, into }: Both): Promise<[ClaimVersionRow, ClaimVersionRow]> {
    return Promise.all([this.claims.version(tx, claim.currentVersionId!), this.claims.version(tx, into.currentVersionId!)]);
  }

  private async refuseDrafts(tx: Tx, ...claims: ClaimRow[]): Promise<void> {
    for (const claim of claims) if (await this.claims.hasDraft(tx, claim)) throw new Problem('claim-has-draft', { claimId: claim.id });
  }
  private async refuseUnready(tx: Tx, { claim, into }: Both, what: Merge['what']): Promise<void> {
    if (claim.state !== (what === 'merge' ? 'approved' : 'merged')) throw new Problem('no-such-step', standing(claim));
    if (into.state !== 'approved' && !(what === 'reinstate' && into.state === 'retired')) throw new Problem('no-such-step', standing(into));
    for (const { id } of [claim, into]) {
      if ((await this.claims.openRetirement(tx, id)) ?? (await this.merges.open(tx, id)))
        throw new Problem('decision-open', { claimId: id });
    }
    if (what === 'merge' && (await this.merges.holdsOthers(tx, claim.id))) throw new Problem('claim-holds-others');
    await this.refuseDrafts(tx, claim, into);
  }
}

function refuseStale(claim: ClaimRow, version: number): void {
  if (claim.version !== version) throw new Problem('stale', standing(claim));
}
