import { Injectable } from '@nestjs/common';
import { Clock } from '../core/clock/clock.js';
import type { Tx } from '../core/database/db.js';
import { OCCASIONS, watchTable, type Occasion } from './watch-table.js';

export const LOOK = 'takedown.look';
const HOUR = 3_600_000;
/** What these begin takes the place of the looks that were planned before. */
const ANEW: readonly Occasion[] = ['removal', 'reappearance'];

/** Plans when the house looks again at a link. */
@Injectable()
export class PlanLooks {
  constructor(private readonly clock: Clock) {}

  async run(tx: Tx, itemId: string, occasion: Occasion, from: Date): Promise<void> {
    if (ANEW.includes(occasion)) for (const other of OCCASIONS) await this.cancel(tx, itemId, other);
    for (const hours of watchTable.looks_after_hours[occasion])
      await this.clock.schedule(tx, { kind: LOOK, ref: lookRef(itemId, occasion, hours), at: new Date(from.getTime() + hours * HOUR) });
  }
  private async cancel(tx: Tx, itemId: string, occasion: Occasion): Promise<void> {
    for (const hours of watchTable.looks_after_hours[occasion])
      await this.clock.cancel(tx, { kind: LOOK, ref: lookRef(itemId, occasion, hours) });
  }
}
const lookRef = (itemId: string, occasion: Occasion, hours: number): string => `${itemId}:${occasion}:${hours}`;
