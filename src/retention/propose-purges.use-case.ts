import { Injectable } from '@nestjs/common';
import { Db } from '../core/database/db.js';
import { Log } from '../core/events/log.js';
import { BatchesRepository } from './batches.repository.js';
import { DueView } from './due.view.js';
import './events.js';
import { interval, retentionTable as table } from './retention-table.js';

/** Once a day the house lists what is due, class by class. That is all that it does by itself. */
@Injectable()
export class ProposePurges {
  constructor(
    private readonly db: Db,
    private readonly batches: BatchesRepository,
    private readonly due: DueView,
    private readonly log: Log,
  ) {}

  /** How many lists it made; null: it is not time yet. */
  run(): Promise<number | null> {
    return this.db.tx(async (tx) => {
      if (!(await this.batches.turn(tx, table.sweep_hours))) return null;
      let lists = 0;
      for (const [name, { kind, from: basis, label, ground, set_by, keep }] of Object.entries(table.classes)) {
        const time = interval(keep);
        const due = await this.due.of(tx, kind, basis, time, table.again_after_days, table.batch);
        if (due.length === 0) continue;
        const rule = { label, from: basis, keep: time, set_by, ground };
        const batchId = await this.batches.propose(tx, { class: name, kind, basis, keep: time, rule }, due);
        const office = { batchId, items: due.length };
        await this.log.append(tx, { type: 'retention.proposed', v: 1, public: {}, office, subject: batchId });
        lists += 1;
      }
      return lists;
    });
  }
}
