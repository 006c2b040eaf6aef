import { Injectable } from '@nestjs/common';
import { Db } from '../database/db.js';
import { Log } from '../events/log.js';
import { Problem } from '../problem/problem.js';
import { AccountsRepository } from './accounts.repository.js';
import './events.js';
import './problems.js';

/** Whoever approves rights lifts the lock of an account; the sessions that it ended stay ended. Nobody unlocks an account of their own. */
@Injectable()
export class UnlockAccount {
  constructor(
    private readonly db: Db,
    private readonly accounts: AccountsRepository,
    private readonly log: Log,
  ) {}

  async run(by: { staffId: string }, accountId: string): Promise<void> {
    await this.db.tx(async (tx) => {
      const staffId = await this.accounts.unlock(tx, accountId);
      if (!staffId) throw new Problem('missing');
      if (staffId === by.staffId) throw new Problem('own-unlock');
      await this.log.append(tx, {
        type: 'account.enabled',
        v: 1,
        public: {},
        office: { staffId, accountId },
        actor: by.staffId,
        subject: staffId,
      });
    });
  }
}
