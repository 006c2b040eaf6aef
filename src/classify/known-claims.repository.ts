import { Injectable } from '@nestjs/common';
import { Db, type Tx } from '../core/database/db.js';
import { ClaimRepository } from './claim.repository.js';
import type { ClaimVersionRow } from './claim.entity.js';
import { KeptIndex } from './kept-index.adapter.js';
import { ClaimIndex, type IndexedClaim } from './matching/claim-index.js';
import { look, type Glance, type Match, type MatchRules, type Post } from './matching/match.js';
import { RulesInForceRepository, type RulesInForce } from './trials/rules-in-force.repository.js';
import { matching, SHOWN, STRONG_CONFIDENCE } from './matching/matching-table.js';
import { sumOf } from './registry-sum.js';
import { matchParts, type PlacedMatch, type SaidPart } from './matching/said-parts.js';

export interface Registry extends RulesInForce {
  stamp: string;
  index: ClaimIndex;
}

/** The registry as an index in memory; what has changed in the one is changed in the other before the next question. */
@Injectable()
export class KnownClaims {
  private held?: Registry;
  private making?: Promise<void>;
  constructor(
    private readonly db: Db,
    private readonly claims: ClaimRepository,
    private readonly inForce: RulesInForceRepository,
    private readonly file: KeptIndex,
  ) {}

  /** The index of what is in force now. */
  async now(): Promise<Registry> {
    for (;;) {
      const stamp = await this.db.read((tx) => this.stamp(tx));
      if (this.held?.stamp === stamp) return this.held;
      // one that is in the making may have begun before the change that was asked about
      await (this.making ??= this.make().finally(() => {
        this.making = undefined;
      }));
    }
  }
  /** Is an index still what is in force? */
  async current(tx: Tx, registry: Registry): Promise<boolean> {
    await this.claims.holdRegistry(tx);
    return (await this.stamp(tx)) === registry.stamp;
  }
  /** Changes with the registry, and with the rules that posts are matched by. */
  private async stamp(tx: Tx): Promise<string> {
    return `${await this.claims.stamp(tx)}|${(await this.inForce.now(tx)).trialId}`;
  }
  private async make(): Promise<void> {
    const kept = this.held ? null : await this.file.open(); // before the database is read, which must not lie behind it
    await this.db.read(async (tx) => {
      const [claims, { trialId, rules }] = [await this.claims.stamp(tx), await this.inForce.now(tx)];
      const index = this.held ? await this.follow(tx, this.held.index, this.held.stamp.split('|')[0]) : await this.begin(tx, kept);
      this.held = { stamp: `${claims}|${trialId}`, index, trialId, rules };
      this.file.keep(index, claims);
    });
  }
  /** All is read before anything is changed: whoever asks meanwhile asks the whole registry of before. */
  private async follow(tx: Tx, index: ClaimIndex, number: string): Promise<ClaimIndex> {
    const { put, gone } = await this.claims.changedSince(tx, number);
    index.change({ put: put.map(indexed), gone });
    return index;
  }
  /** From the file, if it then holds what is in force: a database that was restored has a history of its own since. */
  private async begin(tx: Tx, kept: { index: ClaimIndex; number: string } | null): Promise<ClaimIndex> {
    if (kept) {
      const index = await this.follow(tx, kept.index, kept.number);
      if (sumOf(index.claims()) === (await this.claims.sumInForce(tx))) return index;
      this.file.without('it is of another registry');
    }
    return indexOf(await this.claims.inForce(tx));
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

/** What is worth showing to an inspector, and what the look tells of the post besides. */
export const glanceAt = (post: Post, index: ClaimIndex, rules: MatchRules): { matches: Match[]; glance: Glance } =>
  look(post, index, rules, { top: SHOWN, floor: rules.score.thresholds.suggest });
export const suggestions = (post: Post, index: ClaimIndex, rules: MatchRules): Match[] => glanceAt(post, index, rules).matches;
/** Of text and what was read beside it. */
export const everywhere = (text: Match[], parts: readonly SaidPart[], find: (text: string) => Match[]): PlacedMatch[] =>
  matchParts(text, parts, find, { strong_confidence: STRONG_CONFIDENCE, shown: SHOWN });
