import { Injectable } from '@nestjs/common';
import { Db, type Tx } from '../core/database/db.js';
import { Log } from '../core/events/log.js';
import { Problem } from '../core/problem/problem.js';
import { Claims } from '../classify/index.js';
import type { CorrectionStepped } from './approve-correction.use-case.js';
import { CorrectionRepository, type Held } from './correction.repository.js';
import { KnowCorrection, type Person } from './know-correction.use-case.js';
import './events.js';
import './problems.js';

/** One person proposes to withdraw a correction, with a reason that the public will read; another decides. */
@Injectable()
export class WithdrawCorrection {
  constructor(
    private readonly db: Db,
    private readonly corrections: CorrectionRepository,
    private readonly know: KnowCorrection,
    private readonly claims: Claims,
    private readonly log: Log,
  ) {}

  propose(actor: Person, id: string, input: { reason: string; version: number }): Promise<CorrectionStepped> {
    return this.db.tx(async (tx) => {
      const held = await this.corrections.lock(tx, id, input.version);
      const { state, version } = held.correction;
      if (state === 'withdrawn') throw new Problem('no-such-step', { current: { state, version } });
      if (held.withdrawal) throw new Problem('withdrawal-open');
      return this.write(tx, held, input.reason.trim(), actor.staffId);
    });
  }

  /** The house proposes it, unless somebody has already. */
  async proposeForHouse(tx: Tx, { id, version }: { id: string; version: number }, reason: string): Promise<void> {
    const held = await this.corrections.lock(tx, id, version);
    if (!held.withdrawal) await this.write(tx, held, reason, null);
  }

  private async write(tx: Tx, { correction }: Held, reason: string, by: string | null): Promise<CorrectionStepped> {
    const { id, claimId, state } = correction;
    const proposed = await this.corrections.proposeWithdrawal(tx, correction, reason, by);
    await this.log.append(tx, {
      type: 'correction.withdrawal-proposed',
      v: 1,
      public: {},
      office: { correctionId: id, claimId, withdrawalId: proposed.id },
      actor: by,
      subject: id,
    });
    return { state, version: proposed.version };
  }

  decide(actor: Person, id: string, input: { agreed: boolean; version: number }): Promise<CorrectionStepped> {
    return this.db.tx(async (tx) => {
      const held = await this.corrections.lock(tx, id, input.version);
      const { correction, newest, withdrawal } = held;
      const before = correction.state;
      await this.know.step(tx, held, 'withdrawn', actor);
      if (!input.agreed) correction.state = before;
      const version = await this.corrections.decideWithdrawal(tx, correction, withdrawal!.id, input.agreed, actor.staffId);
      const office = { correctionId: id, claimId: correction.claimId, withdrawalId: withdrawal!.id };
      const about = { office, actor: actor.staffId, subject: id };
      if (!input.agreed) await this.log.append(tx, { ...about, type: 'correction.withdrawal-declined', v: 1, public: {} });
      else {
        const { topic } = await this.claims.version(tx, newest.content.claimVersionId);
        const published = correction.publicContentId !== null;
        await this.log.append(tx, { ...about, type: 'correction.withdrawn', v: 2, public: { topic, act: id, published } });
      }
      return { state: correction.state, version };
    });
  }
}
