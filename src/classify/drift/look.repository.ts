import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../core/config.js';
import type { Tx } from '../../core/database/db.js';
import type { Glance, Match } from '../matching/match.js';
import type { RulesInForce } from '../trials/rules-in-force.repository.js';

/** Keeps what the first look at a post came to, without its words. */
@Injectable()
export class LookRepository {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  async add(tx: Tx, itemId: string, of: { rules: RulesInForce; letters: number; glance: Glance; top: Match | undefined }): Promise<void> {
    const { glance, top } = of;
    await tx.query(
      `INSERT INTO classify.looks (item_id, day, rules_id, score, strength, stance, language, letters, words, unknown)
       VALUES ($1, (core.office_now() AT TIME ZONE $2)::date, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (item_id) DO NOTHING`,
      [
        ...[itemId, this.config.timeZone, await this.rulesId(tx, of.rules), Math.max(glance.best, top?.score ?? 0)],
        ...[top?.strength ?? null, top?.stance.label ?? null, glance.language, of.letters, glance.words, glance.unknown],
      ],
    );
  }

  private async rulesId(tx: Tx, { trialId, rules }: RulesInForce): Promise<number> {
    const { suggest, strong } = rules.score.thresholds;
    const values = [trialId, rules.model.id, suggest, strong];
    const find = () =>
      tx.query<{ id: number }[]>(
        'SELECT id FROM classify.matching_rules WHERE trial_id IS NOT DISTINCT FROM $1 AND model = $2 AND suggest = $3 AND strong = $4',
        values,
      );
    const [known] = await find();
    if (known) return known.id;
    await tx.query(
      'INSERT INTO classify.matching_rules (trial_id, model, suggest, strong) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
      values,
    );
    return (await find())[0].id;
  }
}
