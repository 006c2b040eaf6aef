import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config.js';
import { Db } from '../database/db.js';

const AT_ONCE = 2_000;
const SPENT_TIMERS = `DELETE FROM core.due WHERE id IN (
  SELECT u.id FROM core.due u WHERE u.fired_at < now() - make_interval(days => $1) AND NOT EXISTS (SELECT 1 FROM core.deliveries d WHERE d.due_id = u.id)
  ORDER BY u.fired_at LIMIT $2 FOR UPDATE SKIP LOCKED)`;

/** Forgets deliveries that are done, and timers whose deliveries are forgotten: the log keeps what happened. */
@Injectable()
export class ForgetSpent {
  constructor(
    private readonly db: Db,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** One batch of each; `more`: another may be waiting. */
  async run(most = AT_ONCE): Promise<{ deliveries: number; timers: number; more: boolean }> {
    const days = this.config.spentDeliveriesDays;
    const [{ n: deliveries }] = await this.db.once<{ n: number }[]>('SELECT core.forget_deliveries($1, $2) AS n', [days, most]);
    const [, timers] = await this.db.once<[unknown, number]>(SPENT_TIMERS, [days, most]);
    return { deliveries, timers, more: deliveries === most || timers === most };
  }
}
