import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import { Custody } from '../../core/evidence/custody.js';
import { HoldRepository } from './hold.repository.js';

/** Writes a hold into the custody of what a case has by now; what holds the bytes is the database, at each purge. */
@Injectable()
export class HoldEvidence {
  constructor(
    private readonly holds: HoldRepository,
    private readonly custody: Custody,
  ) {}

  async run(tx: Tx, caseId: string, by: string | null = null): Promise<void> {
    const hold = await this.holds.open(tx, caseId);
    if (!hold) return;
    for (const item of await this.holds.take(tx, hold.id, caseId)) await this.custody.held(tx, by, hold.reasonId, item);
  }
}
