import { Injectable } from '@nestjs/common';
import { Db } from '../database/db.js';
import { Log } from '../events/log.js';
import { Problem } from '../problem/problem.js';
import { AccountsRepository } from './accounts.repository.js';
import { OwnTries } from './own-tries.use-case.js';
import { isStrongPassword } from './password.js';
import { hashPassword, passwordHolds } from './secrets.js';
import { SessionsRepository } from './sessions.repository.js';
import './events.js';
import './problems.js';

const LAST_PASSWORDS = 5;

/** One's own password, changed by whoever knows the present one; every other session of the account ends. */
@Injectable()
export class OwnPassword {
  constructor(
    private readonly db: Db,
    private readonly accounts: AccountsRepository,
    private readonly sessions: SessionsRepository,
    private readonly tries: OwnTries,
    private readonly log: Log,
  ) {}

  async change(by: { staffId: string; accountId: string }, present: string, next: string, sessionHash: Buffer): Promise<void> {
    await this.tries.count('own-password', by.accountId);
    if (present.normalize('NFC') === next.normalize('NFC')) throw new Problem('same-password');
    const account = await this.db.read((tx) => this.accounts.passwordOf(tx, by.accountId, LAST_PASSWORDS));
    if (!(await passwordHolds(account?.hash, present)) || !account) throw new Problem('wrong-password');
    if (!isStrongPassword(next, account)) throw new Problem('weak-password');
    for (const former of account.former) if (await passwordHolds(former, next)) throw new Problem('used-password');
    const hash = await hashPassword(next);
    await this.db.tx(async (tx) => {
      if (!(await this.accounts.changePassword(tx, by.accountId, { from: account.hash, to: hash }))) throw new Problem('wrong-password');
      await this.sessions.closeOthers(tx, by.accountId, sessionHash);
      await this.log.append(tx, {
        type: 'password.changed',
        v: 1,
        public: {},
        office: { accountId: by.accountId },
        actor: by.staffId,
        subject: by.staffId,
      });
    });
  }
}
