import { Injectable } from '@nestjs/common';
import { Clock } from '../core/clock/clock.js';
import type { Tx } from '../core/database/db.js';
import { watchTable, type Occasion } from './watch-table.js';

export const LOOK = 'takedown.look';
const HOUR = 3_600_000;
/** What these begin takes the place of the looks that were planned before. */
const ANEW: readonly Occasion[] = ['removal', 'reappearance'];

/** Plans when the house looks again at a link. */
@Injectable()
export class PlanLooks {
  constructor(private readonly clock: Clock) {}

  async run(tx: Tx, itemId: string, occasion: Occasion, from: Date): Promise<void> {
    if (ANEW.includes(occasion)) await this.clock.cancelAllOf(tx, LOOK, itemId); // whatever the table said when they were planned
    for (const hours of watchTable.looks_after_hours[occasion]) await this.plan(tx, itemId, occasion, hours, from);
  }

  /** Of what would have been planned then, the looks that are still to come, and one now for those whose time is over. */
  async later(tx: Tx, itemId: string, occasion: Occasion, from: Date): Promise<void> {
    const past = ((await this.clock.now(tx)).getTime() - from.getTime()) / HOUR;
    const all = watchTable.looks_after_hours[occasion];
    const first = Math.max(0, all.filter((hours) => hours <= past).length - 1);
    for (const hours of all.slice(first)) await this.plan(tx, itemId, occasion, hours, from);
  }

  private plan(tx: Tx, itemId: string, occasion: Occasion, hours: number, from: Date): Promise<void> {
    return this.clock.schedule(tx, { kind: LOOK, ref: `${itemId}:${occasion}:${hours}`, at: new Date(from.getTime() + hours * HOUR) });
  }
}
