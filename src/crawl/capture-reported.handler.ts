import { Injectable } from '@nestjs/common';
import type { Tx } from '../core/database/db.js';
import type { Recorded } from '../core/events/event.js';
import { On, type Handler } from '../core/events/on.js';
import { PostsDoor } from '../intake/index.js';
import { CapturesRepository } from './captures.repository.js';
import { crawlTable } from './crawl-table.js';
import { RequestCapture } from './request-capture.use-case.js';

/** A reported link is captured at once, and again when a later report finds the last capture old. */
@Injectable()
@On('report.received')
export class CaptureReportedHandler implements Handler<'report.received'> {
  constructor(
    private readonly posts: PostsDoor,
    private readonly captures: CapturesRepository,
    private readonly request: RequestCapture,
  ) {}

  async handle(tx: Tx, { office }: Recorded<'report.received'>): Promise<void> {
    if (await this.captures.recent(tx, office.addressId, crawlTable.again_after_hours)) return;
    const address = (await this.posts.addresses(tx, office.postId)).find((a) => a.addressId === office.addressId);
    if (!address?.url) return;
    await this.request.run(tx, {
      postId: office.postId,
      addressId: address.addressId,
      url: address.url,
      reason: 'report',
      orderedBy: null,
    });
  }
}
