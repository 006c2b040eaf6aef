import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../core/config.js';
import { Db, tellOffice } from '../core/database/db.js';
import type { LeaseTaken } from './act-answers.js';
import { Problem } from '../core/problem/problem.js';
import { refuseStale } from './refuse-stale.js';
import { TriageRepository } from './triage.repository.js';
import type { TriageItemRow } from './triage.entity.js';
import './problems.js';

/** A post is with one inspector at a time, for a few minutes, renewed while the inspector works. */
@Injectable()
export class LeaseItem {
  constructor(
    private readonly db: Db,
    private readonly items: TriageRepository,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  run(actor: { staffId: string }, itemId: string): Promise<LeaseTaken> {
    return this.db.tx(async (tx) => {
      const item = await this.items.lockFor(tx, actor, itemId);
      refuseForeignLease(item, actor.staffId);
      item.leaseBy = actor.staffId;
      item.leaseUntil = new Date(Date.now() + this.config.limits.leaseMinutes * 60_000);
      await this.items.keep(tx, item);
      tellOffice(tx, 'triage.leased');
      return { until: item.leaseUntil };
    });
  }

  async release(actor: { staffId: string }, itemId: string): Promise<void> {
    await this.db.tx(async (tx) => {
      const item = await this.items.lockFor(tx, actor, itemId);
      if (item.leaseBy !== actor.staffId) return;
      item.leaseBy = item.leaseUntil = null;
      await this.items.keep(tx, item);
      tellOffice(tx, 'triage.leased');
    });
  }
}

/** Refuses, politely, what somebody else holds. */
export function refuseForeignLease(item: Pick<TriageItemRow, 'leaseBy' | 'leaseUntil'>, staffId: string, now = Date.now()): void {
  if (item.leaseBy !== null && item.leaseBy !== staffId && item.leaseUntil !== null && item.leaseUntil.getTime() > now) {
    throw new Problem('leased', { until: item.leaseUntil.toISOString() });
  }
}

/** What is decided about an item that waits: it is still itself, not judged, nobody else's at this moment, and as it was read. */
export function refuseClosed(item: TriageItemRow, actor: { staffId: string }, version?: number): void {
  if (item.state === 'merged') throw new Problem('merged-away');
  if (item.state === 'judged' && !item.lookAgain)
    throw new Problem('already-judged', { current: { version: item.version, state: item.state } });
  refuseForeignLease(item, actor.staffId);
  refuseStale(item, version);
}
