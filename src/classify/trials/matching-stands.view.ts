import { Injectable } from '@nestjs/common';
import { Db, type Tx } from '../../core/database/db.js';
import { curveOf, type Step } from './curve.js';
import { recallOf, type Sampled } from './recall.js';
import { RulesInForceRepository } from './rules-in-force.repository.js';
import type { MatchingStands } from './trial-answers.js';

const confirmed = (item: string, more = ''): string =>
  `EXISTS (SELECT 1 FROM classify.matches m WHERE m.item_id = ${item}.id AND m.decision = 'confirmed' ${more})`;
/** SQL: an item of the sample says a claim that was in force when its post came in. */
export const missedClaim = (item: string): string =>
  confirmed(
    item,
    `AND EXISTS (SELECT 1 FROM classify.claim_versions v JOIN classify.claim_approvals a ON a.version_id = v.id WHERE v.claim_id = m.claim_id AND a.approved_at <= ${item}.received_at)`,
  );

/** By what posts are matched now, and how right that was by what people decided. */
@Injectable()
export class MatchingStandsView {
  constructor(
    private readonly db: Db,
    private readonly inForce: RulesInForceRepository,
  ) {}

  run(): Promise<MatchingStands> {
    return this.db.read(async (tx) => {
      const { trialId, rules } = await this.inForce.now(tx);
      const steps = await this.steps(tx, rules.model.id);
      const decided = steps.reduce((sum, s) => sum + s.confirmed + s.rejected, 0);
      const [{ all }] = await tx.query<{ all: number }[]>('SELECT count(*)::int AS all FROM classify.matches WHERE decision IS NOT NULL');
      return {
        ...{ trialId, ...rules.score.thresholds, model: rules.model.id },
        ...{ curve: curveOf(steps), decided, decidedEarlier: all - decided, recall: recallOf(await this.sampled(tx)) },
      };
    });
  }

  private steps(tx: Tx, model: string): Promise<Step[]> {
    return tx.query<Step[]>(
      `SELECT floor(m.score * 100) / 100 AS "from", count(*) FILTER (WHERE m.decision = 'confirmed')::int AS confirmed, count(*) FILTER (WHERE m.decision = 'rejected')::int AS rejected
       FROM classify.matches m WHERE split_part(m.model, '.', 1) = $1 AND m.decision IS NOT NULL GROUP BY 1 ORDER BY 1`,
      [model],
    );
  }

  private async sampled(tx: Tx): Promise<Sampled> {
    const [row] = await tx.query<Sampled[]>(
      `SELECT (SELECT count(*)::int FROM classify.triage_items t WHERE t.sampled IS NULL AND t.state = 'judged' AND ${confirmed('t')}) AS found,
              count(*) FILTER (WHERE t.state <> 'merged')::int AS low, count(*) FILTER (WHERE t.sampled AND t.state = 'judged')::int AS judged,
              count(*) FILTER (WHERE t.sampled AND t.state = 'judged' AND ${missedClaim('t')})::int AS missed
       FROM classify.triage_items t WHERE t.sampled IS NOT NULL`,
    );
    return row;
  }
}
