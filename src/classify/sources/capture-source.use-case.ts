import { Injectable } from '@nestjs/common';
import { Db, type Tx } from '../../core/database/db.js';
import { Problem } from '../../core/problem/problem.js';
import { RequestCapture, type OrderedCapture } from '../../crawl/index.js';
import type { ClaimVersionRow } from '../claim.entity.js';
import { ClaimRepository } from '../claim.repository.js';
import { SourceLinks, type SourceLink } from './source-links.repository.js';
import '../problems.js';

/** A source of a claim is captured as a post is: by a person as often as they ask, by the house once. */
@Injectable()
export class CaptureSource {
  constructor(
    private readonly db: Db,
    private readonly claims: ClaimRepository,
    private readonly links: SourceLinks,
    private readonly request: RequestCapture,
  ) {}

  byHand(actor: { staffId: string }, claimId: string, url: string): Promise<OrderedCapture> {
    return this.db.tx(async (tx) => {
      await this.claims.hold(tx, claimId);
      if (!(await this.claims.hasSource(tx, claimId, url))) throw new Problem('missing');
      const link = await this.links.of(tx, url);
      await this.links.noteNamed(tx, { id: link.id, url }, claimId);
      return { captureId: await this.order(tx, link, actor.staffId) };
    });
  }
  /** Those of its sources that were never captured; links that the office does not open are left to people. */
  async ofVersion(tx: Tx, { sources }: ClaimVersionRow): Promise<void> {
    for (const { url } of sources) {
      if (this.links.nameOf(url) === null) continue;
      const link = await this.links.of(tx, url);
      if (!(await this.links.isCaptured(tx, link.id))) await this.order(tx, link, null);
    }
  }

  private order(tx: Tx, { id, url }: SourceLink, by: string | null): Promise<string> {
    return this.request.run(tx, { postId: id, addressId: id, url, reason: 'source', orderedBy: by });
  }
}
