import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config.js';
import { Db } from '../database/db.js';
import { Log } from '../events/log.js';
import { Problem } from '../problem/problem.js';
import { AccountsRepository } from './accounts.repository.js';
import { isStrongPassword } from './password.js';
import { hashPassword, keyedHash, passwordHolds } from './secrets.js';
import { SessionsRepository } from './sessions.repository.js';
import { SignInTriesRepository } from './sign-in-tries.repository.js';
import './events.js';
import './problems.js';

const MOST_TRIES = 10;
const LAST_PASSWORDS = 5;

/** One's own password, changed by whoever knows the present one; every other session of the account ends. */
@Injectable()
export class OwnPassword {
  constructor(
    private readonly db: Db,
    private readonly accounts: AccountsRepository,
    private readonly sessions: SessionsRepository,
    private readonly tries: SignInTriesRepository,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async change(by: { staffId: string; accountId: string }, present: string, next: string, sessionHash: Buffer): Promise<void> {
    const tries = await this.db.tx((tx) => this.tries.count(tx, keyedHash(this.config.secret, 'own-password', by.accountId)));
    if (tries > MOST_TRIES) throw new Problem('too-many', { retryAfterSeconds: 900 });
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
