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

/** One person has looked through a list and asks for it to go. */
@Injectable()
export class SubmitBatch {
  constructor(
    private readonly db: Db,
    private readonly batches: BatchesRepository,
    private readonly view: BatchesView,
    private readonly custody: Custody,
    private readonly log: Log,
  ) {}

  run(actor: { staffId: string }, batchId: string, given: { reason: string; version: number }): Promise<Versioned> {
    return this.db.tx(async (tx) => {
      const batch = await this.batches.lock(tx, batchId, given.version);
      if (batch.state !== 'proposed') throw new Problem('batch-settled');
      await this.view.refuseBarred(tx, actor, batchId);
      if ((await this.batches.due(tx, batchId)) === 0) throw new Problem('nothing-due');
      const reasonId = await this.custody.reason(tx, actor, given.reason);
      await this.batches.submit(tx, batchId, reasonId, actor.staffId);
      const office = { batchId, reasonId };
      await this.log.append(tx, { type: 'retention.submitted', v: 1, public: {}, office, actor: actor.staffId, subject: batchId });
      return { version: await this.batches.touch(tx, batchId) };
    });
  }
}
