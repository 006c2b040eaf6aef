import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../core/config.js';
import { Clock } from '../core/clock/clock.js';
import { Db, tellOffice } from '../core/database/db.js';
import type { LeaseTaken } from './act-answers.js';
import { Problem } from '../core/problem/problem.js';
import { refuseStale } from './refuse-stale.js';
import { EndLease } from './skips/end-lease.use-case.js';
import { TriageRepository } from './triage.repository.js';
import type { TriageItemRow } from './triage.entity.js';
import './problems.js';

/** A lease that nobody gives back ends by itself. */
export const LEASE_OVER = 'triage.lease-over';

/** A post is with one inspector at a time, for a few minutes, renewed while the inspector works. */
@Injectable()
export class LeaseItem {
  constructor(
    private readonly db: Db,
    private readonly items: TriageRepository,
    private readonly end: EndLease,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  run(actor: { staffId: string }, itemId: string): Promise<LeaseTaken> {
    return this.db.tx(async (tx) => {
      const item = await this.items.lockFor(tx, actor, itemId);
      refuseForeignLease(item, actor.staffId);
      if (item.leaseBy !== null && !runs(item)) await this.end.run(tx, item, 'run-out');
      const ms = this.config.limits.leaseMinutes * 60_000;
      if (item.leaseBy !== actor.staffId) item.leaseSince = new Date();
      item.leaseBy = actor.staffId;
      item.leaseUntil = new Date(Date.now() + ms);
      await this.items.keep(tx, item);
      await this.clock.schedule(tx, { kind: LEASE_OVER, ref: itemId, at: new Date((await this.clock.now(tx)).getTime() + ms) });
      tellOffice(tx, 'triage.leased');
      return { until: item.leaseUntil };
    });
  }

  async release(actor: { staffId: string }, itemId: string): Promise<void> {
    await this.db.tx(async (tx) => {
      const item = await this.items.lockFor(tx, actor, itemId);
      if (item.leaseBy !== actor.staffId) return;
      await this.clock.cancel(tx, { kind: LEASE_OVER, ref: itemId });
      await this.end.run(tx, item, 'left');
    });
  }
}

const runs = ({ leaseUntil }: Pick<TriageItemRow, 'leaseUntil'>, now = Date.now()): boolean =>
  leaseUntil !== null && leaseUntil.getTime() > now;

/** Refuses, politely, what somebody else holds. */
export function refuseForeignLease(item: Pick<TriageItemRow, 'leaseBy' | 'leaseUntil'>, staffId: string, now = Date.now()): void {
  if (item.leaseBy !== null && item.leaseBy !== staffId && runs(item, now))
    throw new Problem('leased', { until: item.leaseUntil!.toISOString() });
}

/** What is decided about an item that waits: it is still itself, not judged, nobody else's at this moment, and as it was read. */
export function refuseClosed(item: TriageItemRow, actor: { staffId: string }, version?: number): void {
  if (item.state === 'merged') throw new Problem('merged-away');
  if (item.state === 'judged' && !item.lookAgain)
    throw new Problem('already-judged', { current: { version: item.version, state: item.state } });
  refuseForeignLease(item, actor.staffId);
  refuseStale(item, version);
}
