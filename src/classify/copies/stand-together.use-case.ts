import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import { likenessTable } from '../likeness/likeness-table.js';
import { TriageRepository } from '../triage.repository.js';
import { placeOf } from './copies.js';
import { CopiesRepository } from './copies.repository.js';

/** A post that is a near copy of others stands together with them in the queue. Each is judged by itself. */
@Injectable()
export class StandTogether {
  constructor(
    private readonly items: TriageRepository,
    private readonly copies: CopiesRepository,
  ) {}

  /** What the post is like was noted before, in the same turn of the lock on fingerprints. */
  async run(tx: Tx, postId: string): Promise<void> {
    const item = await this.items.inForce(tx, postId);
    const near = await this.copies.near(tx, item.postId);
    const place = near.length > 0 ? placeOf(await this.copies.own(tx, item.id), near, likenessTable.copies) : null;
    if (place) await this.copies.put(tx, item.id, place);
  }
}
