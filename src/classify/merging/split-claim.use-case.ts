import { Injectable } from '@nestjs/common';
import { Db } from '../../core/database/db.js';
import { Log } from '../../core/events/log.js';
import { invalid } from '../../core/problem/invalid.js';
import { Problem } from '../../core/problem/problem.js';
import { ClaimRepository, standing } from '../claim.repository.js';
import type { Author } from '../draft-claim.use-case.js';
import { contentOf } from '../exchange/record.js';
import { split } from './merge.js';
import type { ClaimSplit } from './merge-answers.js';
import { MergeRepository } from './merge.repository.js';

/** A claim that says two things: some wordings become a draft of their own, and the next version of it lacks them; both wait for a second person. */
@Injectable()
export class SplitClaim {
  constructor(
    private readonly db: Db,
    private readonly claims: ClaimRepository,
    private readonly merges: MergeRepository,
    private readonly log: Log,
  ) {}

  run(by: Author, claimId: string, asked: { wordings: number[]; version: number }): Promise<ClaimSplit> {
    return this.db.tx(async (tx) => {
      const claim = await this.claims.lock(tx, claimId);
      if (claim.version !== asked.version) throw new Problem('stale', standing(claim));
      if (claim.state !== 'approved') throw new Problem('no-such-step', standing(claim));
      if ((await this.claims.openRetirement(tx, claimId)) ?? (await this.merges.open(tx, claimId)))
        throw new Problem('decision-open', { claimId });
      if (await this.claims.hasDraft(tx, claim)) throw new Problem('claim-has-draft', { claimId });
      const parts = split(contentOf(await this.claims.version(tx, claim.currentVersionId!)), asked.wordings);
      if (!parts) throw invalid({ path: 'wordings', rule: 'listSize', message: 'some wordings leave and some stay' });
      const stays = await this.claims.addVersion(tx, claimId, parts.stays, by.staffId);
      const leaves = await this.claims.add(tx, parts.leaves, by.staffId);
      await this.merges.noteSplit(tx, { claimId: leaves.claimId, fromId: claimId, fromVersionId: claim.currentVersionId!, by: by.staffId });
      for (const { claimId: subject, id: versionId } of [stays, leaves])
        await this.log.append(tx, {
          type: 'claim.drafted',
          v: 1,
          public: {},
          office: { claimId: subject, versionId },
          actor: by.staffId,
          subject,
        });
      const ids = { claimId, versionId: stays.id, newClaimId: leaves.claimId, newVersionId: leaves.id };
      const { newClaimId } = ids;
      await this.log.append(tx, {
        type: 'claim.split',
        v: 1,
        public: {},
        office: { claimId, newClaimId },
        actor: by.staffId,
        subject: claimId,
      });
      return ids;
    });
  }
}
