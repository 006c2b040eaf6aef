import { Injectable } from '@nestjs/common';
import { Db } from '../core/database/db.js';
import { Log } from '../core/events/log.js';
import { Problem } from '../core/problem/problem.js';
import { Claims } from '../classify/index.js';
import { contentBytes, type CorrectionContent } from './correction.js';
import { CorrectionRepository } from './correction.repository.js';
import { CorrectionContentRepository } from './correction-content.repository.js';
import type { WrittenCorrection } from './draft-correction.use-case.js';
import './events.js';
import './problems.js';

export type Change = Pick<CorrectionContent, 'vi' | 'en' | 'sources'> & { version: number };

/** Writes the next version, on the claim as it is in force now. An approval is of one version only, so a new one has none. */
@Injectable()
export class ChangeCorrection {
  constructor(
    private readonly db: Db,
    private readonly claims: Claims,
    private readonly corrections: CorrectionRepository,
    private readonly contents: CorrectionContentRepository,
    private readonly log: Log,
  ) {}

  run(actor: { staffId: string }, id: string, { version, vi, en, sources }: Change): Promise<WrittenCorrection> {
    return this.db.tx(async (tx) => {
      const { correction, newest } = await this.corrections.lock(tx, id, version);
      const { claimId, state } = correction;
      if (state === 'withdrawn') throw new Problem('no-such-step', { current: { state, version: correction.version } });
      const claimVersionId = (await this.claims.inForce(tx, claimId))?.id ?? newest.content.claimVersionId;
      const next: CorrectionContent = {
        format: 1,
        claimId,
        claimVersionId,
        vi: { ...vi },
        en: en && { ...en },
        sources: sources.map((s) => ({ ...s })),
      };
      if (contentBytes(next).equals(contentBytes(newest.content)))
        return { id, state, version: correction.version, contentHash: newest.sha256 };
      correction.state = 'draft';
      const content = await this.contents.add(tx, id, next, actor.staffId);
      const saved = await this.corrections.save(tx, correction);
      await this.log.append(tx, {
        type: 'correction.changed',
        v: 1,
        public: {},
        office: { correctionId: id, claimId, contentId: content.id, contentSha256: content.sha256, voidedApproval: newest.approved },
        actor: actor.staffId,
        subject: id,
      });
      return { id, state: 'draft', version: saved, contentHash: content.sha256 };
    });
  }
}
