import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import type { Recorded } from '../../core/events/event.js';
import { On, OnDue, type Due, type DueHandler, type Handler } from '../../core/events/on.js';
import { ClaimRepository } from '../claim.repository.js';
import { SourceLinks } from './source-links.repository.js';
import '../events.js';

/** Which links a version rests on is written down as soon as it is drafted: nothing of them goes while it counts. */
@Injectable()
@On('claim.drafted')
export class NoteSources implements Handler<'claim.drafted'> {
  constructor(
    private readonly claims: ClaimRepository,
    private readonly links: SourceLinks,
  ) {}

  async handle(tx: Tx, { office }: Recorded<'claim.drafted'>): Promise<void> {
    await this.links.note(tx, await this.claims.version(tx, office.versionId));
  }
}

/** Of a version that was there before this was written down. */
@Injectable()
@OnDue('claim-sources')
export class NoteEarlierSources implements DueHandler {
  constructor(
    private readonly claims: ClaimRepository,
    private readonly links: SourceLinks,
  ) {}

  async handle(tx: Tx, { ref }: Due): Promise<void> {
    await this.links.note(tx, await this.claims.version(tx, ref));
  }
}
