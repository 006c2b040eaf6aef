import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config.js';
import { Db, type Tx } from '../database/db.js';
import { Log } from '../events/log.js';
import { Problem } from '../problem/problem.js';
import { AccountsRepository, type AccountRow } from './accounts.repository.js';
import { newDevice } from './known-device.js';
import { SecondFactorRepository } from './second-factor.repository.js';
import { decrypt, newToken, passwordHolds, tokenHash } from './secrets.js';
import { SessionsRepository } from './sessions.repository.js';
import { SignInThrottle, type SigningFrom } from './sign-in-throttle.use-case.js';
import { stepOfCode } from './totp.js';
import './events.js';
import './problems.js';

/** Password, then the code of the second factor where one is enrolled; the same answer for every unknown thing. */
@Injectable()
export class SignIn {
  constructor(
    private readonly db: Db,
    private readonly accounts: AccountsRepository,
    private readonly sessions: SessionsRepository,
    private readonly factors: SecondFactorRepository,
    private readonly throttle: SignInThrottle,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async run(input: { email: string; password: string; code?: string }, from: SigningFrom): Promise<{ token: string; device: string }> {
    const email = input.email.trim().toLowerCase();
    await this.throttle.run(email, from);
    const account = await this.db.tx((tx) => this.accounts.get(tx, email));
    if (!(await passwordHolds(account?.passwordHash, input.password)) || !account) return this.refuse(account);
    const secondFactor = account.totpSecret !== null;
    if (secondFactor && !input.code) throw new Problem('code-needed');
    const counted = secondFactor ? await this.throttle.code(email, from) : null;
    const step = account.totpSecret ? stepOfCode(decrypt(this.config.secret, 'totp', account.totpSecret), input.code!) : null;
    if (secondFactor && step === null) return this.refuse(account);
    const token = newToken();
    const opened = await this.db.tx(async (tx) => {
      // what was proved must still be asked for: a password or factor that was changed meanwhile ended the sessions of before
      if (!(await this.accounts.holdUnchanged(tx, account))) return false;
      if (step !== null && !(await this.factors.useStep(tx, account.id, step))) return false;
      if (counted) await this.throttle.forgive(tx, counted);
      await this.sessions.open(tx, {
        tokenHash: tokenHash(token),
        accountId: account.id,
        csrf: newToken(),
        hours: this.config.limits.sessionHours,
        secondFactor,
      });
      await this.note(tx, 'session.opened', { accountId: account.id, staffId: account.staffId });
      return true;
    });
    return opened ? { token, device: newDevice(this.config.secret, email, Math.floor(Date.now() / 1000)) } : this.refuse(account);
  }

  /** Ends a session; without one nothing happens. */
  async out(token: string): Promise<void> {
    await this.db.tx(async (tx) => {
      const session = await this.sessions.get(tx, tokenHash(token));
      await this.sessions.close(tx, tokenHash(token));
      if (session) await this.note(tx, 'session.closed', session);
    });
  }

  /** A wrong password or code for an account that exists is on the log; what else was typed is nobody's business. */
  private async refuse(account: AccountRow | undefined): Promise<never> {
    if (account) await this.db.tx((tx) => this.note(tx, 'session.refused', { accountId: account.id, staffId: account.staffId }));
    throw new Problem('wrong-sign-in');
  }
  private note(tx: Tx, type: 'session.opened' | 'session.closed' | 'session.refused', who: { accountId: string; staffId: string }) {
    return this.log.append(tx, {
      type,
      v: 1,
      public: {},
      office: { accountId: who.accountId },
      // nobody is known to have done what was refused
      actor: type === 'session.refused' ? null : who.staffId,
      subject: who.staffId,
    });
  }
}
