import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config.js';
import { Db, type Tx } from '../database/db.js';
import { Log } from '../events/log.js';
import type { Made } from '../http/answer.js';
import { Problem } from '../problem/problem.js';
import { proposeRolesAnew } from './propose-roles-anew.js';
import { RolesRepository } from './roles.repository.js';
import { SecondFactorRepository, type Factor, type FactorReset } from './second-factor.repository.js';
import { demandOwnFactor, type ShownFactor } from './shown-factor.js';
import './events.js';
import './problems.js';

type Change = 'second-factor.reset-proposed' | 'second-factor.reset-declined' | 'second-factor.reset';

/** A lost factor is taken away by two people, neither of them its holder; until the second one agrees it stays in force. */
@Injectable()
export class ResetSecondFactor {
  constructor(
    private readonly db: Db,
    private readonly factors: SecondFactorRepository,
    private readonly roles: RolesRepository,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  propose(by: { staffId: string }, accountId: string): Promise<Made> {
    return this.db.tx(async (tx) => {
      const account = await this.held(tx, by, accountId);
      if (!account.enrolled && !account.pending) throw new Problem('second-factor-not-begun');
      const id = await this.factors.proposeReset(tx, accountId, by.staffId);
      if (!id) throw new Problem('reset-proposed');
      await this.note(tx, 'second-factor.reset-proposed', accountId, account, by);
      return { id };
    });
  }

  /**
   * The factor goes, and every session of the account ends. Where the password is one of somebody else's choice, nothing of the holder's
   * own would be left to enter by: their roles wait to be approved anew.
   */
  async approve(by: { staffId: string; factor: ShownFactor }, id: string): Promise<void> {
    demandOwnFactor(by.factor, this.config.limits.stepUpMinutes);
    return this.decide(by, id, 'approved', async (tx, { accountId, proposedBy }, { staffId, passwordGiven }) => {
      await this.factors.remove(tx, accountId);
      if (!passwordGiven) return;
      const reset = { what: 'second-factor', by: by.staffId } as const;
      await proposeRolesAnew(tx, this.roles, this.log, staffId, { reset, proposer: proposedBy });
    });
  }
  decline(by: { staffId: string }, id: string): Promise<void> {
    return this.decide(by, id, 'declined', () => Promise.resolve());
  }

  private async decide(
    by: { staffId: string },
    id: string,
    decision: 'approved' | 'declined',
    effect: (tx: Tx, reset: FactorReset, account: Factor) => Promise<void>,
  ): Promise<void> {
    await this.db.tx(async (tx) => {
      const reset = await this.factors.openReset(tx, id);
      if (!reset) throw new Problem('missing');
      const account = await this.held(tx, by, reset.accountId);
      if (reset.proposedBy === by.staffId) throw new Problem('own-reset');
      await this.factors.decideReset(tx, id, decision, by.staffId);
      await effect(tx, reset, account);
      await this.note(tx, decision === 'approved' ? 'second-factor.reset' : 'second-factor.reset-declined', reset.accountId, account, by);
    });
  }

  private async held(tx: Tx, by: { staffId: string }, accountId: string): Promise<Factor> {
    const account = await this.factors.lock(tx, accountId);
    if (!account) throw new Problem('missing');
    if (account.staffId === by.staffId) throw new Problem('own-second-factor');
    return account;
  }
  private note(tx: Tx, type: Change, accountId: string, { staffId }: Factor, by: { staffId: string }): Promise<string> {
    return this.log.append(tx, { type, v: 1, public: {}, office: { staffId, accountId }, actor: by.staffId, subject: staffId });
  }
}
