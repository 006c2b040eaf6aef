import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Clock } from '../../core/clock/clock.js';
import { Db } from '../../core/database/db.js';
import { Log } from '../../core/events/log.js';
import type { Made } from '../../core/http/answer.js';
import { Problem } from '../../core/problem/problem.js';
import { modelFaults, type MatcherModel } from '../matching/model.js';
import { triageTable } from '../triage-table.js';
import { emptyTally } from './compare.js';
import { JudgedPosts } from './judged-posts.repository.js';
import { rulesOf, RulesInForceRepository } from './rules-in-force.repository.js';
import { TRIAL } from './trial.js';
import { TrialRepository } from './trial.repository.js';
import '../events.js';
import '../problems.js';

/** `model`: what `lachan train matcher` wrote; without it the one in force is kept, `null` goes back to the one that the product ships. */
export interface TrialInput {
  suggest: number;
  strong: number;
  model?: object | null;
  reason: string;
}

/** Sets other thresholds, or another model, beside those in force, on every post that people judged. */
@Injectable()
export class AskTrial {
  constructor(
    private readonly db: Db,
    private readonly trials: TrialRepository,
    private readonly posts: JudgedPosts,
    private readonly inForce: RulesInForceRepository,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  run(actor: { staffId: string }, input: TrialInput): Promise<Made> {
    const faults = input.model ? modelFaults(input.model) : [];
    if (faults.length > 0) throw new Problem('no-model', { detail: faults.join('; ') });
    if (input.strong < input.suggest) throw new Problem('strong-below-suggest');
    return this.db.tx(async (tx) => {
      await this.trials.alone(tx);
      if (await this.trials.running(tx)) throw new Problem('trial-running');
      const base = await this.inForce.now(tx);
      const kept = base.trialId === null ? null : (await this.trials.lock(tx, base.trialId)).model;
      const model = input.model === undefined ? kept : (input.model as MatcherModel | null);
      const id = randomUUID();
      await this.trials.add(tx, {
        ...{ id, suggest: input.suggest, strong: input.strong, model, modelId: rulesOf({ ...input, model }).model.id },
        ...{ baseId: base.trialId, baseModelId: base.rules.model.id },
        ...{ baseSuggest: base.rules.score.thresholds.suggest, baseStrong: base.rules.score.thresholds.strong },
        ...{ reason: input.reason.trim(), askedBy: actor.staffId, tally: emptyTally() },
        posts: await this.posts.count(tx, triageTable.trial.posts),
      });
      await this.clock.schedule(tx, { kind: TRIAL, ref: id, at: await this.clock.now(tx) });
      await this.log.append(tx, {
        type: 'matching.trial-asked',
        v: 1,
        public: {},
        office: {
          trialId: id,
          suggest: perMille(input.suggest),
          strong: perMille(input.strong),
          model: rulesOf({ ...input, model }).model.id,
        },
        actor: actor.staffId,
        subject: id,
      });
      return { id };
    });
  }
}

const perMille = (score: number): number => Math.round(score * 1000);
