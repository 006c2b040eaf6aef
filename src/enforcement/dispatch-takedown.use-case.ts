import { Inject, Injectable, Logger } from '@nestjs/common';
import { buffer } from 'node:stream/consumers';
import { Db, type Tx } from '../core/database/db.js';
import { Log } from '../core/events/log.js';
import { Evidence } from '../core/evidence/evidence.js';
import { Cases } from '../cases/index.js';
import { DELIVERY_WAYS, type DeliveryWays, type Left } from './deliveries/delivery-way.js';
import { DeliveryRepository } from './delivery.repository.js';
import { takedownTable } from './enforcement-table.js';
import { KeepOutgoing, type NotKept, type Order } from './keep-outgoing.use-case.js';
import { KnowTakedown } from './know-takedown.use-case.js';
import { MarkSent } from './mark-sent.use-case.js';
import { TakedownRepository } from './takedown.repository.js';
import './events.js';

export type Dispatched = NotKept | { kind: 'ended' } | { kind: 'later'; minutes: number };
const HOUSE = { staffId: null, rights: new Set<string>(), system: true };

/**
 * Lets a request leave the house: its bytes are kept first, then sent, then the outcome is written, each by itself.
 * Whoever comes again after a crash sends the same bytes under the same reference, and none once an outcome stands.
 */
@Injectable()
export class DispatchTakedown {
  private readonly logger = new Logger('dispatch');
  constructor(
    private readonly db: Db,
    private readonly takedowns: TakedownRepository,
    private readonly deliveries: DeliveryRepository,
    private readonly keeping: KeepOutgoing,
    private readonly know: KnowTakedown,
    private readonly marking: MarkSent,
    private readonly evidence: Evidence,
    private readonly cases: Cases,
    private readonly log: Log,
    @Inject(DELIVERY_WAYS) private readonly ways: DeliveryWays,
  ) {}

  /** Outside any transaction. */
  async leave(order: Order): Promise<Dispatched> {
    const begun = await this.keeping.run(order);
    if (!('row' in begun)) return begun;
    const { row, outgoing } = begun;
    if (row.outcome) return { kind: 'ended' };
    const bytes = await buffer(await this.evidence.store.openSealed(row.sha256));
    let left: Left;
    try {
      left = await this.ways.get(row.way)!.send(outgoing, bytes);
    } catch (error) {
      const says = (error as Error).message;
      this.logger.warn(`delivery ${row.id} could not be handed over: ${says}`);
      const minutes = takedownTable.retry_after_minutes[row.tries];
      await this.db.tx((tx) => this.deliveries.tried(tx, row.id, says));
      if (minutes !== undefined) return { kind: 'later', minutes };
      left = { outcome: 'bounced', says, proof: { tries: row.tries + 1 } };
    }
    await this.db.tx((tx) => this.deliveries.ended(tx, row.id, left));
    return { kind: 'ended' };
  }

  /** In the transaction that ends the delivery of the event. */
  async settle(tx: Tx, order: Order, result: Dispatched): Promise<void> {
    const held = await this.takedowns.lock(tx, null, order.takedownId);
    const { takedown, newest } = held;
    if (takedown.state !== 'sending' || takedown.attempt !== order.attempt || result.kind === 'nothing') return;
    const about = { kind: takedown.kind, platform: takedown.platform };
    const ids = { takedownId: takedown.id, caseId: takedown.caseId };
    if (result.kind === 'later') {
      await this.log.append(
        tx,
        { type: 'takedown.delayed', v: 1, public: about, office: { ...ids, attempt: order.attempt }, subject: takedown.id },
        { availableInSeconds: result.minutes * 60 },
      );
      return;
    }
    takedown.leavesAt = null;
    const begun = await this.deliveries.ofAttempt(tx, takedown.id, order.attempt);
    if (result.kind === 'held') {
      await this.log.append(tx, {
        type: 'takedown.held',
        v: 1,
        public: about,
        office: { ...ids, attempt: order.attempt, lacks: result.lacks },
        subject: takedown.id,
      });
      if (!begun) {
        await this.know.step(tx, held, 'approved', HOUSE);
        await this.takedowns.save(tx, takedown);
        return;
      }
      // it was tried before and did not get through; no further try is made
      await this.deliveries.ended(tx, begun.id, {
        outcome: 'bounced',
        says: `held: ${result.lacks.join(', ')}`,
        proof: { tries: begun.tries },
      });
    }
    const row = (await this.deliveries.ofAttempt(tx, takedown.id, order.attempt))!;
    if (row.outcome === 'delivered') {
      await this.know.step(tx, held, 'sent', HOUSE, true);
      await this.marking.run(tx, held, row.id, row.sha256, null);
      return;
    }
    await this.know.step(tx, held, 'undeliverable', HOUSE);
    await this.takedowns.save(tx, takedown);
    await this.log.append(tx, {
      type: 'takedown.undeliverable',
      v: 2,
      public: { ...about, topic: await this.cases.topic(tx, takedown.caseId), act: takedown.id, way: newest.content.way },
      office: { ...ids, deliveryId: row.id },
      subject: takedown.id,
    });
  }
}
