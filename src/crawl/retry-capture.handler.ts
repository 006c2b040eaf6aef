import { Injectable } from '@nestjs/common';
import type { Tx } from '../core/database/db.js';
import { OnDue, type Due, type DueHandler } from '../core/events/on.js';
import { CapturesRepository } from './captures.repository.js';
import { RequestCapture } from './request-capture.use-case.js';

/** A capture that reached nothing is ordered once more, as an order of its own. */
@Injectable()
@OnDue('capture.retry')
export class RetryCaptureHandler implements DueHandler {
  constructor(
    private readonly captures: CapturesRepository,
    private readonly request: RequestCapture,
  ) {}

  async handle(tx: Tx, { ref }: Due): Promise<void> {
    const { postId, addressId, url, reason, tries, visitor, route } = await this.captures.get(tx, ref);
    await this.request.run(tx, { postId, addressId, url, reason, orderedBy: null, visitor, route }, tries + 1);
  }
}
