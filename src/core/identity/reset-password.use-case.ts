import { Injectable } from '@nestjs/common';
import { Db } from '../database/db.js';
import { Log } from '../events/log.js';
import { Problem } from '../problem/problem.js';
import { IdentityRepository } from './identity.repository.js';
import { givenPassword, hashPassword } from './secrets.js';
import './events.js';
import './problems.js';

export interface PasswordGiven {
  /** told this once; whoever signs in with it chooses their own before anything else */
  password: string;
}

/** Somebody who manages users gives an account a new password, and its sessions end; nobody does so for themselves. A second factor stays in force. */
@Injectable()
export class ResetPassword {
  constructor(
    private readonly db: Db,
    private readonly people: IdentityRepository,
    private readonly log: Log,
  ) {}

  async run(by: { staffId: string }, accountId: string): Promise<PasswordGiven> {
    const password = givenPassword();
    const hash = await hashPassword(password);
    await this.db.tx(async (tx) => {
      const staffId = await this.people.givePassword(tx, accountId, hash);
      if (!staffId) throw new Problem('missing');
      if (staffId === by.staffId) throw new Problem('own-password-reset');
      await this.people.closeOthers(tx, accountId, null);
      await this.log.append(tx, {
        type: 'password.reset',
        v: 1,
        public: {},
        office: { staffId, accountId },
        actor: by.staffId,
        subject: staffId,
      });
    });
    return { password };
  }
}
