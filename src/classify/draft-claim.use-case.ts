import { Injectable } from '@nestjs/common';
import { Db } from '../core/database/db.js';
import type { DraftedClaim } from './claim-answers.js';
import { Log } from '../core/events/log.js';
import { topics } from '../core/glossary/topics.js';
import { invalid } from '../core/problem/invalid.js';
import { Problem } from '../core/problem/problem.js';
import { claimFaults, type ClaimContent } from './claim.js';
import { ClaimRepository } from './claim.repository.js';
import './events.js';
import './problems.js';

export interface Author {
  staffId: string;
}

/** A claim, or a change of one, is drafted; it matches nothing until a second person approves it. */
@Injectable()
export class DraftClaim {
  constructor(
    private readonly db: Db,
    private readonly claims: ClaimRepository,
    private readonly log: Log,
  ) {}

  async run(by: Author, content: ClaimContent, claimId?: string): Promise<DraftedClaim> {
    // it stands in the public part of the log, so it is no words of anybody
    if (!Object.hasOwn(topics, content.topic)) throw invalid({ path: 'topic', rule: 'isIn', message: 'there is no such topic' });
    const faults = claimFaults(content);
    if (faults.length > 0) throw new Problem('claim-incomplete', { lacks: faults });
    return this.db.tx(async (tx) => {
      const version = claimId
        ? await this.claims.addVersion(tx, claimId, content, by.staffId)
        : await this.claims.add(tx, content, by.staffId);
      const ids = { claimId: version.claimId, versionId: version.id };
      await this.log.append(tx, { type: 'claim.drafted', v: 1, public: {}, office: ids, actor: by.staffId, subject: version.claimId });
      return ids;
    });
  }
}
