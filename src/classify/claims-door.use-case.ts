import { Injectable } from '@nestjs/common';
import type { Tx } from '../core/database/db.js';
import type { ClaimContent } from './claim.js';
import { ClaimRepository } from './claim.repository.js';

export interface ClaimVersion extends ClaimContent {
  id: string;
  claimId: string;
  number: number;
}

/** What rooms to the right may ask about claims. */
@Injectable()
export class Claims {
  constructor(private readonly claims: ClaimRepository) {}

  async version(tx: Tx, id: string): Promise<ClaimVersion> {
    const { claimId, number, topic, harm, wordings, truth, sources, falseFrom, falseTo } = await this.claims.version(tx, id);
    return { id, claimId, number, topic, harm, wordings, truth, sources, falseFrom, falseTo };
  }
}
