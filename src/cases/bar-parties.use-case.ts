import { Injectable } from '@nestjs/common';
import type { Tx } from '../core/database/db.js';
import { Bars } from '../core/identity/bars.js';
import { PartyRepository } from './party.repository.js';
import { PostLinksRepository } from './post-links.repository.js';

/** Staff who are party to a case may know nothing of its posts, and judge none of them; called whenever a party or a post is added. */
@Injectable()
export class BarParties {
  constructor(
    private readonly parties: PartyRepository,
    private readonly links: PostLinksRepository,
    private readonly bars: Bars,
  ) {}

  async run(tx: Tx, caseId: string): Promise<void> {
    const staff = await this.parties.barred(tx, caseId);
    if (staff.size > 0) await this.bars.set(tx, [...staff], await this.links.allIds(tx, caseId));
  }
}
