import { Injectable } from '@nestjs/common';
import { Clock } from '../../core/clock/clock.js';
import { tellWorkers, type Tx } from '../../core/database/db.js';
import { Log } from '../../core/events/log.js';
import { ClaimRepository } from '../claim.repository.js';
import { SWEEP, type SweepCause } from './sweep.js';
import { SweepRepository } from './sweep.repository.js';
import '../events.js';

/** What is on file is set beside a claim that changed; what an earlier change of it began ends. */
@Injectable()
export class StartSweep {
  constructor(
    private readonly claims: ClaimRepository,
    private readonly sweeps: SweepRepository,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async run(tx: Tx, { claimId, cause, eventId }: { claimId: string; cause: SweepCause; eventId: string }): Promise<void> {
    const { state, currentVersionId } = await this.claims.lock(tx, claimId);
    // it changed once more before this was heard: the later change has a sweep of its own
    if ((state === 'approved') !== (cause === 'approved') || currentVersionId === null) return;
    for (const sweepId of await this.sweeps.supersede(tx, claimId)) {
      await this.clock.cancel(tx, { kind: SWEEP, ref: sweepId });
      await this.clock.settle(tx, { kind: SWEEP, ref: sweepId });
      await this.log.append(tx, { type: 'sweep.superseded', v: 1, public: {}, office: { sweepId, claimId }, subject: claimId });
    }
    const sweepId = await this.sweeps.start(tx, { claimId, versionId: currentVersionId, cause, eventId });
    if (!sweepId) return;
    const office = { sweepId, claimId, versionId: currentVersionId };
    await this.log.append(tx, { type: 'sweep.started', v: 1, public: {}, office, subject: claimId });
    await this.wake(tx);
  }

  /** Those that stand first have a timer. */
  async wake(tx: Tx): Promise<void> {
    const at = await this.clock.now(tx);
    for (const ref of await this.sweeps.leaders(tx)) await this.clock.schedule(tx, { kind: SWEEP, ref, at });
    tellWorkers(tx);
  }
}
