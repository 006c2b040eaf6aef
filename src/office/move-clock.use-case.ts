import { Injectable } from '@nestjs/common';
import { Clock, type OfficeTime } from '../core/clock/clock.js';
import { Db } from '../core/database/db.js';
import { Log } from '../core/events/log.js';
import { Problem } from '../core/problem/problem.js';
import { officeTable } from './office-table.js';
import './events.js';
import './problems.js';

/** In the demo the office clock goes forward at a word, so that a second look a day later can be seen at once. It never goes back. */
@Injectable()
export class MoveClock {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  now(): Promise<OfficeTime> {
    return this.db.tx((tx) => this.clock.officeTime(tx));
  }

  run(actor: { staffId: string }, hours: number): Promise<OfficeTime> {
    return this.db.tx(async (tx) => {
      if (!(await this.clock.forward(tx, hours))) throw new Problem('missing');
      const now = await this.clock.officeTime(tx);
      if (now.offsetHours > officeTable.clock_days * 24) throw new Problem('clock-too-far');
      await this.log.append(tx, { type: 'clock.moved', v: 1, public: {}, office: { hours }, actor: actor.staffId });
      return now;
    });
  }
}
