import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../core/clock/clock.js';
import { Db, type Tx } from '../core/database/db.js';
import { Evidence } from '../core/evidence/evidence.js';
import { take } from '../core/flow/flow.js';
import { DELIVERY_WAYS, type DeliveryWays, type Outgoing } from './deliveries/delivery-way.js';
import { DeliveryRepository, type DeliveryRow } from './delivery.repository.js';
import { KnowTakedown } from './know-takedown.use-case.js';
import { contentBytes, referenceOf } from './takedown.js';
import { flowOf } from './takedown.flow.js';
import { TakedownRepository, type Held } from './takedown.repository.js';

export interface Order {
  takedownId: string;
  attempt: number;
}
/** Nothing was ordered any more, or something that it needs is lacking by now. */
export type NotKept = { kind: 'nothing' } | { kind: 'held'; lacks: string[] };

/** Keeps what is about to leave, once; what was kept before a crash is taken up again. */
@Injectable()
export class KeepOutgoing {
  constructor(
    private readonly db: Db,
    private readonly takedowns: TakedownRepository,
    private readonly deliveries: DeliveryRepository,
    private readonly know: KnowTakedown,
    private readonly evidence: Evidence,
    private readonly clock: Clock,
    @Inject(DELIVERY_WAYS) private readonly ways: DeliveryWays,
  ) {}

  async run(order: Order): Promise<{ row: DeliveryRow; outgoing: Outgoing } | NotKept> {
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

  private async standing(tx: Tx, order: Order): Promise<{ held: Held; row: DeliveryRow | null; outgoing: Outgoing } | NotKept> {
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
