import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config.js';
import { Db } from '../database/db.js';
import { Log } from '../events/log.js';
import { Problem } from '../problem/problem.js';
import { AccountsRepository } from './accounts.repository.js';
import { proposeRolesAnew } from './propose-roles-anew.js';
import { RolesRepository } from './roles.repository.js';
import { givenPassword, hashPassword } from './secrets.js';
import { SessionsRepository } from './sessions.repository.js';
import { demandOwnFactor, type ShownFactor } from './shown-factor.js';
import './events.js';
import './problems.js';

export interface PasswordGiven {
  /** told this once; whoever signs in with it chooses their own before anything else */
  password: string;
}

/**
 * Somebody who manages users gives an account a new password, and its sessions end; nobody does so for themselves. A second factor stays
 * in force. Where there is none, the password alone would open all that its holder may do: their roles wait to be approved anew, as they
 * do when the factor goes while the password is still this one (ResetSecondFactor).
 */
@Injectable()
export class ResetPassword {
  constructor(
    private readonly db: Db,
    private readonly accounts: AccountsRepository,
    private readonly sessions: SessionsRepository,
    private readonly roles: RolesRepository,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async run(by: { staffId: string; factor: ShownFactor }, accountId: string): Promise<PasswordGiven> {
    demandOwnFactor(by.factor, this.config.limits.stepUpMinutes);
    const password = givenPassword();
    const hash = await hashPassword(password);
    await this.db.tx(async (tx) => {
      const account = await this.accounts.givePassword(tx, accountId, hash);
      if (!account) throw new Problem('missing');
      const { staffId, enrolled } = account;
      if (staffId === by.staffId) throw new Problem('own-password-reset');
      await this.sessions.closeOthers(tx, accountId, null);
      await this.log.append(tx, {
        type: 'password.reset',
        v: 1,
        public: {},
        office: { staffId, accountId },
        actor: by.staffId,
        subject: staffId,
      });
      if (enrolled) return;
      const reset = { what: 'password', by: by.staffId } as const;
      await proposeRolesAnew(tx, this.roles, this.log, staffId, { reset, proposer: by.staffId });
    });
    return { password };
  }
}
