import { Injectable } from '@nestjs/common';
import { Clock } from '../../core/clock/clock.js';
import { Db } from '../../core/database/db.js';
import { Log } from '../../core/events/log.js';
import type { FlowActor } from '../../core/flow/flow.js';
import { Problem } from '../../core/problem/problem.js';
import { RulesInForceRepository } from './rules-in-force.repository.js';
import { refuseStep } from './trial-step.js';
import { placeOf, TRIAL } from './trial.js';
import { TrialRepository } from './trial.repository.js';
import '../events.js';
import '../problems.js';

type Person = FlowActor & { staffId: string };

/** A second person puts what was tried in force, or declines it. What was matched and decided before stays as it is. */
@Injectable()
export class DecideTrial {
  constructor(
    private readonly db: Db,
    private readonly trials: TrialRepository,
    private readonly inForce: RulesInForceRepository,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async approve(actor: Person, id: string): Promise<void> {
    await this.db.tx(async (tx) => {
      await this.trials.alone(tx);
      const trial = await this.trials.lock(tx, id);
      refuseStep(trial, 'approved', actor);
      const base = await this.inForce.now(tx);
      const { suggest, strong } = base.rules.score.thresholds;
      const same = base.trialId === trial.baseId && base.rules.model.id === trial.baseModelId;
      if (!same || suggest !== trial.baseSuggest || strong !== trial.baseStrong) throw new Problem('trial-outdated');
      await this.trials.decide(tx, trial, 'approved', actor.staffId);
      const office = {
        ...{ trialId: id, model: trial.modelId },
        ...{ suggest: Math.round(trial.suggest * 1000), strong: Math.round(trial.strong * 1000) },
      };
      await this.log.append(tx, { type: 'matching.trial-approved', v: 1, public: {}, office, actor: actor.staffId, subject: id });
    });
  }
  decline(actor: Person, id: string): Promise<void> {
    return this.db.tx(async (tx) => {
      const trial = await this.trials.lock(tx, id);
      refuseStep(trial, 'declined', actor);
      await this.trials.decide(tx, trial, 'declined', actor.staffId);
      const about = { public: {}, office: { trialId: id }, actor: actor.staffId, subject: id };
      await this.log.append(tx, { type: 'matching.trial-declined', v: 1, ...about });
    });
  }
  /** One that failed goes on where it stood. */
  goOn(actor: Person, id: string): Promise<void> {
    return this.db.tx(async (tx) => {
      await this.trials.alone(tx);
      const trial = await this.trials.lock(tx, id);
      refuseStep(trial, 'running', actor);
      if (await this.trials.running(tx)) throw new Problem('trial-running');
      await this.trials.goOn(tx, trial);
      await this.clock.settle(tx, { kind: TRIAL, ref: id });
      await this.clock.schedule(tx, { kind: TRIAL, ref: placeOf(id, trial.afterItem), at: await this.clock.now(tx) });
      const about = { public: {}, office: { trialId: id }, actor: actor.staffId, subject: id };
      await this.log.append(tx, { type: 'matching.trial-resumed', v: 1, ...about });
    });
  }
  /** Whoever may ask for a trial may stop one that runs, or take back one that failed or waits. */
  stop(actor: Person, id: string): Promise<void> {
    return this.db.tx(async (tx) => {
      const trial = await this.trials.lock(tx, id);
      refuseStep(trial, 'stopped', actor);
      await this.trials.step(tx, trial, 'stopped');
      await this.clock.settle(tx, { kind: TRIAL, ref: id });
      const about = { public: {}, office: { trialId: id }, actor: actor.staffId, subject: id };
      await this.log.append(tx, { type: 'matching.trial-stopped', v: 1, ...about });
    });
  }
}
