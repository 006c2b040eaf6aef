import { Injectable } from '@nestjs/common';
import type { Tx } from '../core/database/db.js';
import type { Recorded } from '../core/events/event.js';
import { On, OnDue, type Due, type DueHandler, type Handler } from '../core/events/on.js';
import { isEnded } from './item.flow.js';
import { ItemRepository, type LookReason } from './item.repository.js';
import { OVERDUE } from './mark-sent.use-case.js';
import { MoveItem } from './move-item.use-case.js';
import { OrderLook } from './order-look.use-case.js';
import { LOOK, PlanLooks } from './plan-looks.use-case.js';
import { TakedownRepository } from './takedown.repository.js';

/** The time for another look has come. */
@Injectable()
@OnDue(LOOK)
export class LookAgain implements DueHandler {
  constructor(
    private readonly takedowns: TakedownRepository,
    private readonly items: ItemRepository,
    private readonly looking: OrderLook,
  ) {}

  async handle(tx: Tx, { ref }: Due): Promise<void> {
    const [itemId, why] = ref.split(':') as [string, LookReason];
    const known = await this.items.find(tx, itemId);
    if (!known || isEnded(known.state) || (await this.takedowns.find(tx, known.takedownId))?.state !== 'sent') return;
    await this.looking.order(tx, known, why, null);
  }
}

/** A removal that was proved before the house watched proved removals is watched from now on. */
@Injectable()
@OnDue('takedown.watch')
export class WatchRemoved implements DueHandler {
  constructor(
    private readonly items: ItemRepository,
    private readonly planning: PlanLooks,
  ) {}

  async handle(tx: Tx, { ref }: Due): Promise<void> {
    const known = await this.items.find(tx, ref);
    if (known?.state === 'verified-removed' && known.verifiedAt) await this.planning.later(tx, ref, 'removal', known.verifiedAt);
  }
}

/** The time that the platform has by law is over. */
@Injectable()
@OnDue(OVERDUE)
export class ItemOverdue implements DueHandler {
  constructor(
    private readonly takedowns: TakedownRepository,
    private readonly items: ItemRepository,
    private readonly moving: MoveItem,
  ) {}

  async handle(tx: Tx, { ref }: Due): Promise<void> {
    const known = await this.items.find(tx, ref);
    if (!known) return;
    const { takedown } = await this.takedowns.lock(tx, null, known.takedownId);
    if (takedown.state === 'sent') await this.moving.overdue(tx, takedown, await this.items.lock(tx, takedown.id, ref));
  }
}

/** Somebody looked at a link: every item that asks for it moves as its looks say. */
@Injectable()
@On('address.observed')
export class ItemObserved implements Handler<'address.observed'> {
  constructor(
    private readonly takedowns: TakedownRepository,
    private readonly items: ItemRepository,
    private readonly moving: MoveItem,
  ) {}

  async handle(tx: Tx, { office }: Recorded<'address.observed'>): Promise<void> {
    for (const itemId of await this.items.watching(tx, office.addressId)) {
      const { takedownId } = (await this.items.find(tx, itemId))!;
      const { takedown } = await this.takedowns.lock(tx, null, takedownId);
      await this.moving.byLooks(tx, takedown, await this.items.lock(tx, takedownId, itemId));
    }
  }
}
