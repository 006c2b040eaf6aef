import { Injectable } from '@nestjs/common';
import type { Tx } from '../core/database/db.js';
import type { Recorded } from '../core/events/event.js';
import { On, type Handler } from '../core/events/on.js';
import '../crawl/index.js';
import { TriageRepository } from './triage.repository.js';

/** A post whose capture failed stays in the queue, and the failed capture shows there. */
@Injectable()
@On('capture.failed')
export class NoteFailedCapture implements Handler<'capture.failed'> {
  constructor(private readonly items: TriageRepository) {}

  async handle(tx: Tx, { office }: Recorded<'capture.failed'>): Promise<void> {
    if (await this.items.isOfSource(tx, office.captureId)) return;
    const item = await this.items.inForce(tx, office.postId);
    if (item.evidenceId !== null) return;
    item.captureId = office.captureId;
    await this.items.keep(tx, item);
  }
}
