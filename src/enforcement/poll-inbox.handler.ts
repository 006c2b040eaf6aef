import { Inject, Injectable, Logger } from '@nestjs/common';
import { Clock } from '../core/clock/clock.js';
import { Db, type Tx } from '../core/database/db.js';
import { OnDue, type Due, type DueHandler } from '../core/events/on.js';
import { DELIVERY_WAYS, type Answer, type DeliveryWays } from './deliveries/delivery-way.js';
import { DeliveryRepository } from './delivery.repository.js';
import { takedownTable } from './enforcement-table.js';
import { isEnded } from './item.flow.js';
import { ItemRepository } from './item.repository.js';
import { POLL } from './mark-sent.use-case.js';
import { MoveItem } from './move-item.use-case.js';
import { TakedownRepository } from './takedown.repository.js';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** Asks the inbox of a platform what it answered, for so many days; an inbox that cannot be reached is asked again next time. */
@Injectable()
@OnDue(POLL, { lane: 'outward' })
export class PollInbox implements DueHandler<Answer[]> {
  private readonly logger = new Logger('inbox');
  constructor(
    private readonly db: Db,
    private readonly takedowns: TakedownRepository,
    private readonly deliveries: DeliveryRepository,
    private readonly items: ItemRepository,
    private readonly moving: MoveItem,
    private readonly clock: Clock,
    @Inject(DELIVERY_WAYS) private readonly ways: DeliveryWays,
  ) {}

  async work({ ref }: Due): Promise<Answer[]> {
    const found = await this.db.read(async (tx) => {
      const takedown = await this.takedowns.find(tx, ref);
      return takedown?.state === 'sent' ? { takedown, row: await this.deliveries.ofAttempt(tx, ref, takedown.attempt) } : null;
    });
    const row = found?.row;
    if (!row?.proof) return [];
    return (this.ways.get(row.way)?.answers?.(row.proof, found!.takedown.kind) ?? Promise.resolve([])).catch((error: Error) => {
      this.logger.warn(`the inbox of ${ref} could not be asked: ${error.message}`);
      return [];
    });
  }

  async handle(tx: Tx, { ref }: Due, answers: Answer[]): Promise<void> {
    const { takedown } = await this.takedowns.lock(tx, null, ref);
    if (takedown.state !== 'sent') return;
    const now = await this.clock.now(tx);
    for (const known of await this.items.ofTakedown(tx, ref)) {
      const answer = answers.find((a) => a.ref === known.addressId);
      if (!answer) continue;
      const item = await this.items.lock(tx, ref, known.id);
      await this.moving.byReply(tx, takedown, item, {
        reply: answer.reply,
        text: answer.text,
        receivedAt: now,
        by: null,
        source: answer.source,
        exhibitId: null,
      });
    }
    const next = new Date(now.getTime() + takedownTable.poll_minutes * MINUTE);
    if (next.getTime() > takedown.sentAt!.getTime() + takedownTable.poll_days * DAY) return;
    if ((await this.items.ofTakedown(tx, ref)).some((i) => !isEnded(i.state))) await this.clock.schedule(tx, { kind: POLL, ref, at: next });
  }
}
