import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import type { Recorded } from '../../core/events/event.js';
import { On, type Handler } from '../../core/events/on.js';
import { ClaimRepository } from '../claim.repository.js';
import { CaptureSource } from './capture-source.use-case.js';
import { SourceLinks } from './source-links.repository.js';
import { sourcesTable } from './sources-table.js';
import '../events.js';

/** What a claim in force rests on is kept before it changes or vanishes. */
@Injectable()
@On('claim.approved')
export class CaptureSources implements Handler<'claim.approved'> {
  constructor(
    private readonly claims: ClaimRepository,
    private readonly capture: CaptureSource,
    private readonly links: SourceLinks,
  ) {}

  async handle(tx: Tx, { office }: Recorded<'claim.approved'>): Promise<void> {
    const version = await this.claims.version(tx, office.versionId);
    await this.links.note(tx, version); // a merge puts one in force that nobody drafted
    if (sourcesTable.capture_on_approval) await this.capture.ofVersion(tx, version);
  }
}
