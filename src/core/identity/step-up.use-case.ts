import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config.js';
import { Db } from '../database/db.js';
import { Log } from '../events/log.js';
import { Problem } from '../problem/problem.js';
import { OwnTries } from './own-tries.use-case.js';
import { SecondFactorRepository } from './second-factor.repository.js';
import { decrypt } from './secrets.js';
import { stepOfCode } from './totp.js';
import './events.js';
import './problems.js';

interface Self {
  staffId: string;
  accountId: string;
}

/** Somebody who is signed in shows their second factor again. A code counts once, here or at sign-in. */
@Injectable()
export class StepUpSession {
  constructor(
    private readonly db: Db,
    private readonly factors: SecondFactorRepository,
    private readonly tries: OwnTries,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async run(by: Self, code: string, sessionHash: Buffer): Promise<void> {
    await this.tries.count('step-up', by.accountId);
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
