import { Injectable } from '@nestjs/common';
import type { Tx } from '../core/database/db.js';
import type { Recorded } from '../core/events/event.js';
import { On, type Handler } from '../core/events/on.js';
import '../intake/index.js';
import { prioritise } from './prioritise.js';
import { TriageRepository } from './triage.repository.js';
import { MatchRepository } from './match.repository.js';

/** A report puts its post into the queue, or raises it there. */
@Injectable()
@On('report.received')
export class ReceivePost implements Handler<'report.received'> {
  constructor(
    private readonly items: TriageRepository,
    private readonly matches: MatchRepository,
  ) {}

  async handle(tx: Tx, { office }: Recorded<'report.received'>): Promise<void> {
    const item = await this.items.inForce(tx, office.postId);
    item.reports += 1;
    prioritise(item, await this.matches.top(tx, item));
    await this.items.keep(tx, item);
  }
}
