import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config.js';
import { Db } from '../database/db.js';
import { Log } from '../events/log.js';
import { Problem } from '../problem/problem.js';
import { SecondFactorRepository } from './second-factor.repository.js';
import { decrypt, keyedHash } from './secrets.js';
import { SignInTriesRepository } from './sign-in-tries.repository.js';
import { stepOfCode } from './totp.js';
import './events.js';
import './problems.js';

interface Self {
  staffId: string;
  accountId: string;
}
const MOST_TRIES = 10;

/** Somebody who is signed in shows their second factor again. A code counts once, here or at sign-in. */
@Injectable()
export class StepUpSession {
  constructor(
    private readonly db: Db,
    private readonly factors: SecondFactorRepository,
    private readonly tries: SignInTriesRepository,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async run(by: Self, code: string, sessionHash: Buffer): Promise<void> {
    const tries = await this.db.tx((tx) => this.tries.count(tx, keyedHash(this.config.secret, 'step-up', by.accountId)));
    if (tries > MOST_TRIES) throw new Problem('too-many', { retryAfterSeconds: 900 });
    const shown = await this.db.tx(async (tx) => {
      const secret = await this.factors.secret(tx, by.accountId);
      if (!secret) throw new Problem('second-factor-needed');
      const step = stepOfCode(decrypt(this.config.secret, 'totp', secret), code);
      const counts = step !== null && (await this.factors.useStep(tx, by.accountId, step));
      if (counts) await this.factors.shown(tx, sessionHash);
      await this.log.append(tx, {
        type: counts ? 'session.stepped-up' : 'session.step-up-refused',
        v: 1,
        public: {},
        office: { accountId: by.accountId },
        actor: by.staffId,
        subject: by.staffId,
      });
      return counts;
    });
    if (!shown) throw new Problem('wrong-code');
  }
}
