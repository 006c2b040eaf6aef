import { Injectable } from '@nestjs/common';
import { Db } from '../core/database/db.js';
import { Log } from '../core/events/log.js';
import { Problem } from '../core/problem/problem.js';
import { refuseOther, type CorrectionStepped, type OfContent } from './approve-correction.use-case.js';
import { CorrectionRepository } from './correction.repository.js';
import { KnowCorrection, type Person } from './know-correction.use-case.js';
import './events.js';
import './problems.js';

/** After a case fell, somebody who did not write the correction finds that it stands nevertheless. */
@Injectable()
export class KeepCorrection {
  constructor(
    private readonly db: Db,
    private readonly corrections: CorrectionRepository,
    private readonly know: KnowCorrection,
    private readonly log: Log,
  ) {}

  run(actor: Person, id: string, input: OfContent & { reason: string }): Promise<CorrectionStepped> {
    return this.db.tx(async (tx) => {
      const held = await this.corrections.lock(tx, id, input.version);
      const { correction, newest } = held;
      refuseOther(newest, input.contentHash);
      const { keeping } = await this.know.run(tx, held);
      if (!keeping) throw new Problem('correction-lacks', { lacks: ['case-fell'] });
      if (keeping.has(actor.staffId)) throw new Problem('own-draft');
      const version = await this.corrections.keep(tx, correction, newest.id, input.reason.trim(), actor.staffId);
      await this.log.append(tx, {
        type: 'correction.kept',
        v: 1,
        public: {},
        office: { correctionId: id, claimId: correction.claimId, contentId: newest.id, contentSha256: newest.sha256 },
        actor: actor.staffId,
        subject: id,
      });
      return { state: correction.state, version };
    });
  }
}
