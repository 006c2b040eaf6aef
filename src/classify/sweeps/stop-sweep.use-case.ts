import { Injectable } from '@nestjs/common';
import { Clock } from '../../core/clock/clock.js';
import { Db, type Tx } from '../../core/database/db.js';
import { Log } from '../../core/events/log.js';
import { take, type FlowActor } from '../../core/flow/flow.js';
import { Problem } from '../../core/problem/problem.js';
import { StartSweep } from './start-sweep.use-case.js';
import { SWEEP, type Sweep } from './sweep.js';
import { sweepFlow, type SweepState } from './sweep.flow.js';
import { SweepRepository } from './sweep.repository.js';

type Person = FlowActor & { staffId: string };
const NOTHING = { needs: new Set<string>(), authors: new Set<string>() };

/** A person stops a sweep for a reason, and lets one that was stopped or failed go on where it stood. What it found stays. */
@Injectable()
export class StopSweep {
  constructor(
    private readonly db: Db,
    private readonly sweeps: SweepRepository,
    private readonly start: StartSweep,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async run(actor: Person, id: string, reason: string): Promise<void> {
    await this.db.tx(async (tx) => {
      const { claimId } = await this.step(tx, actor, id, 'cancelled');
      await this.sweeps.stop(tx, id, { reason, by: actor.staffId });
      await this.clock.cancel(tx, { kind: SWEEP, ref: id });
      const about = { office: { sweepId: id, claimId }, actor: actor.staffId, subject: claimId };
      await this.log.append(tx, { type: 'sweep.cancelled', v: 1, public: {}, ...about });
      await this.start.wake(tx); // whom it took along
    });
  }

  async goOn(actor: Person, id: string): Promise<void> {
    await this.db.tx(async (tx) => {
      const { claimId } = await this.step(tx, actor, id, 'running');
      await this.sweeps.goOn(tx, id);
      await this.clock.settle(tx, { kind: SWEEP, ref: id });
      const about = { office: { sweepId: id, claimId }, actor: actor.staffId, subject: claimId };
      await this.log.append(tx, { type: 'sweep.resumed', v: 1, public: {}, ...about });
      await this.start.wake(tx);
    });
  }

  private async step(tx: Tx, actor: Person, id: string, to: SweepState): Promise<Sweep> {
    const sweep = await this.sweeps.lock(tx, id);
    const taken = take(sweepFlow, sweep.state, to, actor, NOTHING);
    if (!taken.ok) throw new Problem('no-such-step', { current: { state: sweep.state } });
    return sweep;
  }
}
