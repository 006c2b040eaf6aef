import { Injectable } from '@nestjs/common';
import { tellOffice, type Tx } from '../../core/database/db.js';
import { Log } from '../../core/events/log.js';
import '../events.js';
import type { TriageItemRow } from '../triage.entity.js';
import { triageTable } from '../triage-table.js';
import { TriageRepository } from '../triage.repository.js';
import { SkipRepository, type SkipWay } from './skip.repository.js';

/** An item is nobody's any more. Whoever had it open for a while and did nothing about it skipped it. */
@Injectable()
export class EndLease {
  constructor(
    private readonly items: TriageRepository,
    private readonly skips: SkipRepository,
    private readonly log: Log,
  ) {}

  /** The row of the item is locked. */
  async run(tx: Tx, item: TriageItemRow, way: SkipWay): Promise<void> {
    const [by, since] = [item.leaseBy, item.leaseSince];
    item.leaseBy = item.leaseUntil = item.leaseSince = null;
    await this.items.keep(tx, item);
    tellOffice(tx, 'triage.leased');
    if (by !== null && since !== null && (await this.skipped(tx, item, by, since))) await this.note(tx, item, by, way);
  }

  private async skipped(tx: Tx, item: TriageItemRow, staffId: string, since: Date): Promise<boolean> {
    const open = item.state === 'waiting' || item.lookAgain;
    const looked = Date.now() - since.getTime() >= triageTable.skips.looked_seconds * 1000;
    return open && looked && !(await this.skips.acted(tx, { staffId, postId: item.postId, since }));
  }
  private async note(tx: Tx, { id, postId }: TriageItemRow, staffId: string, way: SkipWay): Promise<void> {
    await this.skips.add(tx, id, staffId, way);
    const office = { itemId: id, postId, way };
    await this.log.append(tx, { type: 'post.skipped', v: 1, actor: staffId, subject: postId, public: {}, office });
  }
}
