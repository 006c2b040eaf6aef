import { Injectable } from '@nestjs/common';
import { Clock } from '../../core/clock/clock.js';
import type { Tx } from '../../core/database/db.js';
import { OnDue, type Due, type DueHandler } from '../../core/events/on.js';
import { LEASE_OVER } from '../lease-item.use-case.js';
import { TriageRepository } from '../triage.repository.js';
import { EndLease } from './end-lease.use-case.js';

/** Nobody gave an item back, and its time is over. */
@Injectable()
@OnDue(LEASE_OVER)
export class LeaseOver implements DueHandler {
  constructor(
    private readonly items: TriageRepository,
    private readonly end: EndLease,
    private readonly clock: Clock,
  ) {}

  async handle(tx: Tx, { ref }: Due): Promise<void> {
    const item = await this.items.lock(tx, ref);
    if (item.leaseBy === null || item.leaseUntil === null) return;
    // leases run by true time, timers by the clock of the office, which a demo moves
    const left = item.leaseUntil.getTime() - Date.now();
    if (left <= 0) return this.end.run(tx, item, 'run-out');
    await this.clock.schedule(tx, { kind: LEASE_OVER, ref, at: new Date((await this.clock.now(tx)).getTime() + left) });
  }
}
