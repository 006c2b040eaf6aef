import { Injectable } from '@nestjs/common';
import { Db } from '../database/db.js';
import { Log } from '../events/log.js';
import { Problem } from '../problem/problem.js';
import { AccountsRepository } from './accounts.repository.js';
import { keepOfficeAble } from './keep-office-able.js';
import { RolesRepository } from './roles.repository.js';
import { SessionsRepository } from './sessions.repository.js';
import './events.js';
import './problems.js';

/** An account is locked and its sessions end, both at once; nobody locks their own. Only whoever approves rights lifts it again (UnlockAccount). */
@Injectable()
export class LockAccount {
  constructor(
    private readonly db: Db,
    private readonly accounts: AccountsRepository,
    private readonly sessions: SessionsRepository,
    private readonly roles: RolesRepository,
    private readonly log: Log,
  ) {}

  async run(by: { staffId: string; accountId: string }, accountId: string): Promise<void> {
    if (by.accountId === accountId) throw new Problem('own-account');
    await this.db.tx(async (tx) => {
      let staffId: string | undefined;
      await keepOfficeAble(tx, this.roles, async () => {
        staffId = await this.accounts.lock(tx, accountId);
      });
      if (!staffId) throw new Problem('missing');
      await this.sessions.closeOthers(tx, accountId, null);
      await this.log.append(tx, {
        type: 'account.disabled',
        v: 1,
        public: {},
        office: { staffId, accountId },
        actor: by.staffId,
        subject: staffId,
      });
    });
  }
}
