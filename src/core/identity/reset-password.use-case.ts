import { Injectable } from '@nestjs/common';
import { Db, type Tx } from '../database/db.js';
import { Log } from '../events/log.js';
import { Problem } from '../problem/problem.js';
import { AccountsRepository } from './accounts.repository.js';
import { keepOfficeAble } from './keep-office-able.js';
import { RolesRepository } from './roles.repository.js';
import { givenPassword, hashPassword } from './secrets.js';
import { SessionsRepository } from './sessions.repository.js';
import './events.js';
import './problems.js';

export interface PasswordGiven {
  /** told this once; whoever signs in with it chooses their own before anything else */
  password: string;
}

/**
 * Somebody who manages users gives an account a new password, and its sessions end; nobody does so for themselves. A second factor stays
 * in force. Where there is none, the password alone would open all that its holder may do: their roles wait to be approved anew.
 */
@Injectable()
export class ResetPassword {
  constructor(
    private readonly db: Db,
    private readonly accounts: AccountsRepository,
    private readonly sessions: SessionsRepository,
    private readonly roles: RolesRepository,
    private readonly log: Log,
  ) {}

  async run(by: { staffId: string }, accountId: string): Promise<PasswordGiven> {
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
      if (!enrolled) await this.proposeAnew(tx, by.staffId, staffId);
    });
    return { password };
  }

  private async proposeAnew(tx: Tx, actor: string, staffId: string): Promise<void> {
    const roles = await this.roles.heldBy(tx, staffId);
    await keepOfficeAble(tx, this.roles, async () => {
      for (const role of roles) await this.roles.end(tx, staffId, role);
    });
    for (const role of roles) {
      await this.roles.propose(tx, staffId, role, actor);
      for (const type of ['role.ended', 'role.proposed'] as const)
        await this.log.append(tx, { type, v: 1, public: {}, office: { staffId, role }, actor, subject: staffId });
    }
  }
}
