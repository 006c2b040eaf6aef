import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../core/config.js';
import { Db } from '../core/database/db.js';
import { Log } from '../core/events/log.js';
import type { Versioned } from '../core/http/answer.js';
import { demandStepUp, type Actor } from '../core/identity/index.js';
import { Problem } from '../core/problem/problem.js';
import { said } from '../core/text/visible.js';
import { BatchesRepository } from './batches.repository.js';
import { BatchesView } from './batches.view.js';
import './events.js';
import './problems.js';

/** A second person lets what is on a list go, with a second factor shown just now, since nothing brings it back; or keeps all of it. */
@Injectable()
export class DecideBatch {
  constructor(
    private readonly db: Db,
    private readonly batches: BatchesRepository,
    private readonly view: BatchesView,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  run(
    actor: Pick<Actor, 'staffId' | 'factor'>,
    batchId: string,
    given: { decision: 'approved' | 'declined'; reason?: string | null; version: number },
  ): Promise<Versioned> {
    return this.db.tx(async (tx) => {
      const batch = await this.batches.lock(tx, batchId, given.version);
      if (batch.state !== 'submitted') throw new Problem('batch-settled');
      if (batch.submittedBy === actor.staffId) throw new Problem('own-batch');
      await this.view.refuseBarred(tx, actor, batchId);
      const reason = said(given.reason);
      if (given.decision === 'declined' && (reason ?? '').length < 3) throw new Problem('step-reason-needed');
      if (given.decision === 'approved') demandStepUp(actor.factor, this.config.limits.stepUpMinutes);
      if (given.decision === 'declined') await this.batches.keepAll(tx, batchId, actor.staffId);
      await this.batches.decide(tx, batchId, given.decision, reason, actor.staffId);
      await this.log.append(tx, {
        type: `retention.${given.decision}`,
        v: 1,
        public: {},
        office: { batchId },
        actor: actor.staffId,
        subject: batchId,
      });
      return { version: await this.batches.touch(tx, batchId) };
    });
  }
}
