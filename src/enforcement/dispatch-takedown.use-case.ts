import { Inject, Injectable, Logger } from '@nestjs/common';
import { buffer } from 'node:stream/consumers';
import { Clock } from '../core/clock/clock.js';
import { Db, type Tx } from '../core/database/db.js';
import { Log } from '../core/events/log.js';
import { Evidence } from '../core/evidence/evidence.js';
import { take } from '../core/flow/flow.js';
import { Cases } from '../cases/index.js';
import { DELIVERY_WAYS, type DeliveryWays, type Left, type Outgoing } from './deliveries/delivery-way.js';
import { DeliveryRepository, type DeliveryRow } from './delivery.repository.js';
import { takedownTable } from './enforcement-table.js';
import { KnowTakedown } from './know-takedown.use-case.js';
import { MarkSent } from './mark-sent.use-case.js';
import { contentBytes, referenceOf } from './takedown.js';
import { flowOf } from './takedown.flow.js';
import { TakedownRepository, type Held } from './takedown.repository.js';
import './events.js';

export interface Order {
  takedownId: string;
  attempt: number;
}
export type Dispatched = { kind: 'nothing' } | { kind: 'held'; lacks: string[] } | { kind: 'ended' } | { kind: 'later'; minutes: number };
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
    private readonly know: KnowTakedown,
    private readonly marking: MarkSent,
    private readonly evidence: Evidence,
    private readonly clock: Clock,
    private readonly cases: Cases,
    private readonly log: Log,
    @Inject(DELIVERY_WAYS) private readonly ways: DeliveryWays,
  ) {}

  /** Outside any transaction. */
  async leave(order: Order): Promise<Dispatched> {
    const begun = await this.begin(order);
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

  /** Keeps what is about to leave, once; what was kept before a crash is taken up again. */
  private async begin(order: Order): Promise<{ row: DeliveryRow; outgoing: Outgoing } | Dispatched> {
    const seen = await this.db.tx((tx) => this.standing(tx, order));
    if ('kind' in seen) return seen;
    const way = this.ways.get(seen.held.newest.content.way)!;
    const { bytes, mediaType } = seen.row ? { bytes: Buffer.alloc(0), mediaType: '' } : await way.compose(seen.outgoing);
    const stored = seen.row ? null : await this.evidence.store.put(bytes);
    return this.db.tx(async (tx) => {
      const again = await this.standing(tx, order);
      if ('kind' in again) return again;
      const {
        held: { takedown, newest },
        outgoing,
      } = again;
      if (!again.row) {
        const evidenceId = await this.evidence.seal(tx, { kind: 'document', ...stored!, mediaType });
        await this.deliveries.begin(tx, {
          takedownId: takedown.id,
          attempt: order.attempt,
          contentId: newest.id,
          way: way.key,
          recipient: newest.content.recipient,
          reference: outgoing.reference,
          evidenceId,
        });
      }
      return { row: (await this.deliveries.ofAttempt(tx, takedown.id, order.attempt))!, outgoing };
    });
  }

  private async standing(tx: Tx, order: Order): Promise<{ held: Held; row: DeliveryRow | null; outgoing: Outgoing } | Dispatched> {
    const held = await this.takedowns.lock(tx, null, order.takedownId);
    const { takedown, newest } = held;
    if (takedown.state !== 'sending' || takedown.attempt !== order.attempt) return { kind: 'nothing' };
    const row = await this.deliveries.ofAttempt(tx, takedown.id, order.attempt);
    const known = await this.know.run(tx, held);
    // time may have passed since somebody ordered it: all that the order needed must still hold, unless it may have left already
    if (!row || (row.outcome === null && row.tries > 0)) {
      const still = take(flowOf(takedown.kind), 'approved', 'sending', { staffId: null, rights: new Set(['takedown.send']) }, known);
      if (!still.ok) return { kind: 'held', lacks: still.reason === 'lacks' ? still.lacks : [still.reason] };
    }
    const outgoing = {
      takedownId: takedown.id,
      reference: referenceOf(takedown),
      content: newest.content,
      contentBytes: contentBytes(newest.content),
      sha256: newest.sha256,
      composedAt: await this.clock.now(tx),
    };
    return { held, row, outgoing };
  }
}
