import { Injectable } from '@nestjs/common';
import { Db, type Tx } from '../core/database/db.js';
import { Problem } from '../core/problem/problem.js';
import { RequestCapture, type OrderedCapture } from '../crawl/index.js';
import type { Item } from './item.entity.js';
import { isEnded } from './item.flow.js';
import { ItemRepository, type LookReason } from './item.repository.js';
import { TakedownRepository } from './takedown.repository.js';
import './problems.js';

/** Has the house look again at one link that it asked for. */
@Injectable()
export class OrderLook {
  constructor(
    private readonly db: Db,
    private readonly takedowns: TakedownRepository,
    private readonly items: ItemRepository,
    private readonly request: RequestCapture,
  ) {}

  run(actor: { staffId: string }, takedownId: string, itemId: string): Promise<OrderedCapture> {
    return this.db.tx(async (tx) => {
      const { takedown } = await this.takedowns.lock(tx, actor, takedownId);
      const item = await this.items.lock(tx, takedownId, itemId);
      if (takedown.state !== 'sent' || isEnded(item.state))
        throw new Problem('no-such-step', { current: { state: item.state, version: item.version } });
      return { captureId: await this.order(tx, item, 'person', actor.staffId) };
    });
  }

  async order(tx: Tx, item: Item, why: LookReason, by: string | null): Promise<string> {
    const captureId = await this.request.run(tx, {
      postId: item.postId,
      addressId: item.addressId,
      url: item.url,
      reason: 'second-look',
      orderedBy: by,
    });
    await this.items.look(tx, item.id, captureId, why, by);
    return captureId;
  }
}
