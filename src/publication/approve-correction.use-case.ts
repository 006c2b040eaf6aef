import { Injectable } from '@nestjs/common';
import { Db } from '../core/database/db.js';
import { Log } from '../core/events/log.js';
import { Problem } from '../core/problem/problem.js';
import { Claims } from '../classify/index.js';
import type { CorrectionState } from './correction.flow.js';
import type { ContentRow } from './correction-content.repository.js';
import { CorrectionRepository } from './correction.repository.js';
import { KnowCorrection, type Person } from './know-correction.use-case.js';
import './events.js';
import './problems.js';

export interface CorrectionStepped {
  state: CorrectionState;
  version: number;
}
export interface OfContent {
  contentHash: string;
  version: number;
}

/** A second person publishes exactly one content, named by its hash, or sends it back with a reason. */
@Injectable()
export class ApproveCorrection {
  constructor(
    private readonly db: Db,
    private readonly corrections: CorrectionRepository,
    private readonly know: KnowCorrection,
    private readonly claims: Claims,
    private readonly log: Log,
  ) {}

  run(actor: Person, id: string, input: OfContent): Promise<CorrectionStepped> {
    return this.db.tx(async (tx) => {
      const held = await this.corrections.lock(tx, id, input.version);
      const { correction, newest } = held;
      refuseOther(newest, input.contentHash);
      await this.claims.hold(tx, correction.claimId);
      await this.know.step(tx, held, 'published', actor);
      const again = correction.publicContentId !== null;
      const version = await this.corrections.publish(tx, correction, newest, actor.staffId);
      const { topic } = await this.claims.version(tx, newest.content.claimVersionId);
      await this.log.append(tx, {
        type: 'correction.published',
        v: 2,
        public: { topic, act: id, again },
        office: { correctionId: id, claimId: correction.claimId, contentId: newest.id, contentSha256: newest.sha256 },
        actor: actor.staffId,
        subject: id,
      });
      return { state: correction.state, version };
    });
  }

  sendBack(actor: Person, id: string, input: OfContent & { reason: string }): Promise<CorrectionStepped> {
    return this.db.tx(async (tx) => {
      const held = await this.corrections.lock(tx, id, input.version);
      const { correction, newest } = held;
      refuseOther(newest, input.contentHash);
      const { state, version: current } = correction;
      // what is published becomes a draft by an edit alone
      if (state !== 'draft') throw new Problem('no-such-step', { current: { state, version: current } });
      await this.know.step(tx, held, 'draft', actor);
      const version = await this.corrections.sendBack(tx, correction, newest.id, input.reason.trim(), actor.staffId);
      await this.log.append(tx, {
        type: 'correction.returned',
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

export function refuseOther(newest: ContentRow, contentHash: string): void {
  if (newest.sha256 !== contentHash)
    throw new Problem('content-changed', { current: { contentHash: newest.sha256, contentNumber: newest.number } });
}
