import { Inject, Injectable } from '@nestjs/common';
import { Secret, TOTP } from 'otpauth';
import { CONFIG, type Config } from '../config.js';
import { Db } from '../database/db.js';
import { Log } from '../events/log.js';
import { Problem } from '../problem/problem.js';
import { OwnTries } from './own-tries.use-case.js';
import { SecondFactorRepository } from './second-factor.repository.js';
import { decrypt, encrypt } from './secrets.js';
import { SessionsRepository } from './sessions.repository.js';
import { stepOfCode } from './totp.js';
import './events.js';
import './problems.js';

interface Self {
  staffId: string;
  accountId: string;
}
const ISSUER = 'Lá Chắn';
const SECRET_BYTES = 20;

/** What an authenticator takes, as text and as a link. */
export interface NewSecondFactor {
  secret: string;
  uri: string;
}

/** One's own second factor (TOTP): asked for, then put in force by its first code. How it is taken away when the device is lost: ResetSecondFactor. */
@Injectable()
export class SecondFactor {
  constructor(
    private readonly db: Db,
    private readonly factors: SecondFactorRepository,
    private readonly sessions: SessionsRepository,
    private readonly tries: OwnTries,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** A new secret; nothing changes at sign-in until it is confirmed. */
  begin(by: Self): Promise<NewSecondFactor> {
    const secret = new Secret({ size: SECRET_BYTES });
    return this.db.tx(async (tx) => {
      const account = await this.factors.lock(tx, by.accountId);
      if (!account) throw new Problem('missing');
      if (account.passwordGiven) throw new Problem('password-given');
      if (account.enrolled) throw new Problem('second-factor-enrolled');
      await this.factors.propose(tx, by.accountId, encrypt(this.config.secret, 'totp', secret.base32));
      return { secret: secret.base32, uri: new TOTP({ issuer: ISSUER, label: account.email, secret }).toString() };
    });
  }

  /** The first code proves that the device has the secret; every other session of the account ends. */
  async confirm(by: Self, code: string, sessionHash: Buffer): Promise<void> {
    await this.tries.count('second-factor', by.accountId);
    await this.db.tx(async (tx) => {
      const account = await this.factors.lock(tx, by.accountId);
      if (account?.enrolled) throw new Problem('second-factor-enrolled');
      if (!account?.pending) throw new Problem('second-factor-not-begun');
      const step = stepOfCode(decrypt(this.config.secret, 'totp', account.pending), code);
      if (step === null) throw new Problem('wrong-code');
      await this.sessions.closeOthers(tx, by.accountId, sessionHash);
      await this.factors.enrol(tx, by.accountId, step, sessionHash);
      await this.log.append(tx, {
        type: 'second-factor.enrolled',
        v: 1,
        public: {},
        office: { accountId: by.accountId },
        actor: by.staffId,
        subject: by.staffId,
      });
    });
  }
}
