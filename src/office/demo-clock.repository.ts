import { Injectable } from '@nestjs/common';
import type { Tx } from '../core/database/db.js';

export interface OfficeTime { demo: boolean; officeNow: Date; offsetHours: number }

@Injectable()
export class DemoClockRepository {
  async now(tx: Tx): Promise<OfficeTime> {
    const [row] = await tx.query<OfficeTime[]>(`SELECT demo, core.office_now() AS "officeNow", round(extract(epoch FROM clock_offset) / 3600)::int AS "offsetHours" FROM core.installation`);
    return row;
  }
  /** Moves the office clock forward; false where this is no demo. */
  async move(tx: Tx, hours: number): Promise<boolean> {
    const [, moved] = await tx.query<[unknown, number]>('UPDATE core.installation SET clock_offset = clock_offset + make_interval(hours => $1) WHERE demo', [hours]);
    return moved === 1;
  }
}
