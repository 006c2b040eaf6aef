import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config.js';
import { Db } from '../database/db.js';
import { Problem } from '../problem/problem.js';
import { keyedHash } from './secrets.js';
import { SignInTriesRepository } from './sign-in-tries.repository.js';
import './problems.js';

const MOST_TRIES = 10;

/** Bounds how often somebody who is signed in may guess the password or the code of their own account. */
@Injectable()
export class OwnTries {
  constructor(
    private readonly db: Db,
    private readonly tries: SignInTriesRepository,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async count(what: 'own-password' | 'second-factor' | 'step-up', accountId: string): Promise<void> {
    const tries = await this.db.tx((tx) => this.tries.count(tx, keyedHash(this.config.secret, what, accountId)));
    if (tries > MOST_TRIES) throw new Problem('too-many', { retryAfterSeconds: 900 });
  }
}
