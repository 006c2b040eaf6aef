import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import type { MatchRules } from '../matching/match.js';
import { matching } from '../matching/matching-table.js';
import { scorer, type MatcherModel } from '../matching/model.js';

export interface RulesInForce {
  /** the trial that put them in force; null: as the product ships them */
  trialId: string | null;
  rules: MatchRules;
}

/** The rules with other thresholds and, where it names one, another model. */
export const rulesOf = ({ suggest, strong, model }: { suggest: number; strong: number; model: MatcherModel | null }): MatchRules => ({
  ...matching,
  score: { ...matching.score, thresholds: { suggest, strong } },
  model: model ? scorer(model) : matching.model,
});

/** By which thresholds and model posts are matched now. */
@Injectable()
export class RulesInForceRepository {
  async now(tx: Tx): Promise<RulesInForce> {
    const [row] = await tx.query<{ id: string; suggest: number; strong: number; model: MatcherModel | null }[]>(
      `SELECT id, suggest, strong, model FROM classify.trials WHERE state = 'approved' ORDER BY in_force_since DESC LIMIT 1`,
    );
    return row ? { trialId: row.id, rules: rulesOf(row) } : { trialId: null, rules: matching };
  }
}
