import { Injectable } from '@nestjs/common';
import type { Day, Page } from '../core/http/answer.js';
import type { SimilarClaim } from './claim-answers.js';
import { KnownClaims } from './known-claims.repository.js';
import { match } from './matching/match.js';
import { SHOWN } from './matching/matching-table.js';

const FLOOR = 0.05;

/** Claims in force that say nearly the same, asked before a new one is drafted; those of other days as well. */
@Injectable()
export class SimilarClaimsView {
  constructor(private readonly known: KnownClaims) {}

  async list(text: string): Promise<Page<SimilarClaim>> {
    const { index, rules } = await this.known.now();
    const found = match({ text, date: null }, index, rules, { top: SHOWN, floor: FLOOR });
    const items = found.map(({ claimId, versionId, score, strength }) => {
      const { wordings, falseFrom, falseTo } = index.claims.find((c) => c.claimId === claimId)!;
      return { claimId, versionId, text: wordings[0], falseFrom: falseFrom as Day | null, falseTo: falseTo as Day | null, score, strength };
    });
    return { items, nextCursor: null };
  }
}
