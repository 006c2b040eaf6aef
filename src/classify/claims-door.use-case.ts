import { Injectable } from '@nestjs/common';
import type { Tx } from '../core/database/db.js';
import type { ClaimContent } from './claim.js';
import type { ClaimVersionRow } from './claim.entity.js';
import { ClaimRepository } from './claim.repository.js';
import { contentOf } from './exchange/record.js';

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
    return told(await this.claims.version(tx, id));
  }
  /** Until the caller is done, nobody retires the claim or puts another version of it in force. */
  hold(tx: Tx, claimId: string): Promise<void> {
    return this.claims.hold(tx, claimId);
  }
  /** The version of a claim that is in force, if any. */
  async inForce(tx: Tx, claimId: string): Promise<ClaimVersion | null> {
    const version = await this.claims.inForceOf(tx, claimId);
    return version && told(version);
  }
}

const told = (row: ClaimVersionRow): ClaimVersion => ({ id: row.id, claimId: row.claimId, number: row.number, ...contentOf(row) });
