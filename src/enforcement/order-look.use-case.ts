import { Injectable } from '@nestjs/common';
import { Clock } from '../core/clock/clock.js';
import { Db, type Tx } from '../core/database/db.js';
import { Problem } from '../core/problem/problem.js';
import { Observations, RequestCapture, Routes, type OrderedCapture } from '../crawl/index.js';
import type { Item } from './item.entity.js';
import { isEnded } from './item.flow.js';
import { ItemRepository, type LookReason } from './item.repository.js';
import { nextWay } from './next-way.js';
import { TakedownRepository } from './takedown.repository.js';
import { watchTable } from './watch-table.js';
import './problems.js';

/** Has the house look again at one link that it asked for. */
@Injectable()
export class OrderLook {
  constructor(
    private readonly db: Db,
    private readonly takedowns: TakedownRepository,
    private readonly items: ItemRepository,
    private readonly observations: Observations,
    private readonly routes: Routes,
    private readonly request: RequestCapture,
    private readonly clock: Clock,
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
      route: await this.way(tx, item),
    });
    await this.items.look(tx, item.id, captureId, why, by);
    return captureId;
  }

  private async way(tx: Tx, { addressId, askedAt }: Item): Promise<string> {
    const looks = await this.observations.list(tx, addressId);
    return nextWay(this.routes.names, looks, { askedAt, now: await this.clock.now(tx), hoursApart: watchTable.hours_apart });
  }
}
