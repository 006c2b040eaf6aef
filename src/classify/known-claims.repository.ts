import { Injectable } from '@nestjs/common';
import { Db, type Tx } from '../core/database/db.js';
import { ClaimRepository } from './claim.repository.js';
import type { ClaimVersionRow } from './claim.entity.js';
import { ClaimIndex, type IndexedClaim } from './matching/claim-index.js';
import { match, type Match, type Post } from './matching/match.js';
import { matching, SHOWN } from './matching/matching-table.js';

export interface Registry {
  stamp: string;
  index: ClaimIndex;
}

/** The registry as an index in memory; what has changed in the one is changed in the other before the next question. */
@Injectable()
export class KnownClaims {
  private held?: Registry;
  private making?: Promise<Registry>;
  constructor(
    private readonly db: Db,
    private readonly claims: ClaimRepository,
  ) {}

  /** The index of what is in force now. */
  async now(): Promise<Registry> {
    for (;;) {
      const stamp = await this.db.read((tx) => this.claims.stamp(tx));
      if (this.held?.stamp === stamp) return this.held;
      // one that is in the making may have begun before the change that was asked about
      await (this.making ??= this.make().finally(() => {
        this.making = undefined;
      }));
    }
  }
  /** Is an index still what is in force? */
  async current(tx: Tx, registry: Registry): Promise<boolean> {
    return (await this.claims.stamp(tx)) === registry.stamp;
  }
  /** All is read before anything is changed: whoever asks meanwhile asks the whole registry of before. */
  private async follow(tx: Tx, { stamp, index }: Registry): Promise<ClaimIndex> {
    const { put, gone } = await this.claims.changedSince(tx, stamp);
    index.change({ put: put.map(indexed), gone });
    return index;
  }
  private make(): Promise<Registry> {
    return this.db.read(async (tx) => {
      const stamp = await this.claims.stamp(tx);
      const index = this.held ? await this.follow(tx, this.held) : indexOf(await this.claims.inForce(tx));
      return (this.held = { stamp, index });
    });
  }
}

const indexed = (v: ClaimVersionRow): IndexedClaim => ({
  claimId: v.claimId,
  versionId: v.id,
  falseFrom: v.falseFrom,
  falseTo: v.falseTo,
  wordings: v.wordings.map((w) => w.text),
});
export const indexOf = (versions: ClaimVersionRow[]): ClaimIndex =>
  new ClaimIndex(versions.map(indexed), matching.text, matching.index, matching.common);

/** What is worth showing to an inspector. */
export function suggestions(post: Post, index: ClaimIndex): Match[] {
  return match(post, index, matching, { top: SHOWN, floor: matching.score.thresholds.suggest });
}
