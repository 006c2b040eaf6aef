import { Injectable } from '@nestjs/common';
import { Db } from '../core/database/db.js';
import type { Day, Page } from '../core/http/answer.js';
import type { SimilarClaim } from './claim-answers.js';
import { ClaimRepository } from './claim.repository.js';
import { KnownClaims } from './known-claims.repository.js';
import { match } from './matching/match.js';
import { SHOWN } from './matching/matching-table.js';

const FLOOR = 0.05;

/** Claims in force that say nearly the same, asked before a new one is drafted; those of other days as well. */
@Injectable()
export class SimilarClaimsView {
  constructor(
    private readonly known: KnownClaims,
    private readonly db: Db,
    private readonly claims: ClaimRepository,
  ) {}

  async list(text: string): Promise<Page<SimilarClaim>> {
    const { index, rules } = await this.known.now();
    const found = match({ text, date: null }, index, rules, { top: SHOWN, floor: FLOOR });
    const ids = found.map((m) => m.versionId);
    const versions = new Map((await this.db.read((tx) => this.claims.versions(tx, ids))).map((v) => [v.id, v]));
    const items = found.map(({ claimId, versionId, score, strength }) => {
      const { wordings, falseFrom, falseTo } = versions.get(versionId)!;
      return { claimId, versionId, text: wordings[0].text, falseFrom: falseFrom as Day, falseTo: falseTo as Day | null, score, strength };
    });
    return { items, nextCursor: null };
  }
}
