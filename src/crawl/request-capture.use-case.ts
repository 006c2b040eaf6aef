import { Injectable } from '@nestjs/common';
import type { Tx } from '../core/database/db.js';
import { Log } from '../core/events/log.js';
import { CapturesRepository, type Order } from './captures.repository.js';
import './events.js';

/** Orders a capture in the caller's transaction; an order that is still open is joined, which is on the log when a person asked. Nobody waits for it. */
@Injectable()
export class RequestCapture {
  constructor(
    private readonly captures: CapturesRepository,
    private readonly log: Log,
  ) {}

  async run(tx: Tx, order: Order, tries = 0): Promise<string> {
    const { id, joined } = await this.captures.order(tx, order, tries);
    if (!joined || order.orderedBy) {
      await this.log.append(tx, {
        type: joined ? 'capture.joined' : 'capture.ordered',
        v: 1,
        public: { reason: order.reason },
        office: { captureId: id, postId: order.postId, addressId: order.addressId },
        actor: order.orderedBy,
        subject: order.postId,
      });
    }
    return id;
  }
}
