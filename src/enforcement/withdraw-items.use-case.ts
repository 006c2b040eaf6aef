import { Injectable } from '@nestjs/common';
import type { Tx } from '../core/database/db.js';
import { Log } from '../core/events/log.js';
import { Cases } from '../cases/index.js';
import { ItemRepository } from './item.repository.js';
import './events.js';

/** An item is no longer asked for. */
@Injectable()
export class WithdrawItems {
  constructor(
    private readonly items: ItemRepository,
    private readonly cases: Cases,
    private readonly log: Log,
  ) {}

  async run(tx: Tx, takedown: { id: string; caseId: string; platform: string }, itemId: string): Promise<void> {
    const item = await this.items.lock(tx, takedown.id, itemId);
    if (item.state === 'withdrawn') return;
    const from = item.state;
    Object.assign(item, { state: 'withdrawn', overdue: false });
    await this.items.save(tx, item);
    await this.items.step(tx, item.id, from, 'withdrawn');
    await this.log.append(tx, {
      type: 'item.withdrawn',
      v: 2,
      public: { platform: takedown.platform, topic: await this.cases.topic(tx, takedown.caseId), act: takedown.id, item: itemId },
      office: { takedownId: takedown.id, caseId: takedown.caseId, itemId, postId: item.postId, addressId: item.addressId },
      subject: takedown.id,
    });
  }
}
