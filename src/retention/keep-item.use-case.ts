import { Injectable } from '@nestjs/common';
import { Db } from '../core/database/db.js';
import { Log } from '../core/events/log.js';
import { Custody } from '../core/evidence/custody.js';
import type { Versioned } from '../core/http/answer.js';
import { Problem } from '../core/problem/problem.js';
import { BatchesRepository } from './batches.repository.js';
import { BatchesView } from './batches.view.js';
import './events.js';
import './problems.js';

/** Somebody takes one thing out of a list before it is decided. */
@Injectable()
export class KeepItem {
  constructor(
    private readonly db: Db,
    private readonly batches: BatchesRepository,
    private readonly view: BatchesView,
    private readonly custody: Custody,
    private readonly log: Log,
  ) {}

  run(actor: { staffId: string }, batchId: string, itemId: string, given: { reason: string; version: number }): Promise<Versioned> {
    return this.db.tx(async (tx) => {
      const batch = await this.batches.lock(tx, batchId, given.version);
      if (batch.state !== 'proposed') throw new Problem('batch-settled');
      await this.view.refuseItem(tx, actor, batchId, itemId);
      const reasonId = await this.custody.reason(tx, actor, given.reason);
      if (!(await this.batches.keep(tx, batchId, itemId, reasonId, actor.staffId))) throw new Problem('batch-settled');
      const version = await this.batches.touch(tx, batchId);
      const office = { batchId, itemId, reasonId };
      await this.log.append(tx, { type: 'retention.kept', v: 1, public: {}, office, actor: actor.staffId, subject: batchId });
      return { version };
    });
  }
}
