import { Injectable } from '@nestjs/common';
import { Db } from '../core/database/db.js';
import { Log } from '../core/events/log.js';
import { Problem } from '../core/problem/problem.js';
import { Claims } from '../classify/index.js';
import type { CorrectionState } from './correction.flow.js';
import { CorrectionRepository } from './correction.repository.js';
import { CorrectionContentRepository } from './correction-content.repository.js';
import './events.js';
import './problems.js';

/** A correction as it stands after somebody wrote at it. */
export interface WrittenCorrection {
  id: string;
  state: CorrectionState;
  version: number;
  contentHash: string;
}

/** Somebody drafts a correction from a claim in force; what the claim knows fills itself in, the headline is a blank. */
@Injectable()
export class DraftCorrection {
  constructor(
    private readonly db: Db,
    private readonly claims: Claims,
    private readonly corrections: CorrectionRepository,
    private readonly contents: CorrectionContentRepository,
    private readonly log: Log,
  ) {}

  run(actor: { staffId: string }, claimId: string): Promise<WrittenCorrection> {
    return this.db.tx(async (tx) => {
      const claim = await this.claims.inForce(tx, claimId);
      if (!claim) throw new Problem('claim-not-in-force');
      const known = await this.corrections.ofClaim(tx, claimId);
      if (known) throw new Problem('correction-exists', { correctionId: known });
      const id = await this.corrections.add(tx, claimId);
      const content = await this.contents.add(
        tx,
        id,
        {
          format: 1,
          claimId,
          claimVersionId: claim.id,
          vi: { title: '', said: claim.wordings.find((w) => w.language === 'vi')?.text ?? '', truth: claim.truth },
          en: null,
          sources: claim.sources.map(({ title, url }) => ({ title, url })),
        },
        actor.staffId,
      );
      await this.log.append(tx, {
        type: 'correction.drafted',
        v: 1,
        public: {},
        office: { correctionId: id, claimId, contentId: content.id, contentSha256: content.sha256 },
        actor: actor.staffId,
        subject: id,
      });
      return { id, state: 'draft', version: 1, contentHash: content.sha256 };
    });
  }
}
