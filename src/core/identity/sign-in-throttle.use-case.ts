import { Inject, Injectable } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { CONFIG, type Config } from '../config.js';
import { Db, type Tx } from '../database/db.js';
import { networkOf } from '../http/network-of.js';
import { Problem } from '../problem/problem.js';
import { knownDevice, slowBy } from './known-device.js';
import { keyedHash } from './secrets.js';
import { SignInTriesRepository } from './sign-in-tries.repository.js';
import './problems.js';

/** From where somebody signs in: the address, and what their browser kept of an earlier time. */
export interface SigningFrom {
  address: string;
  device?: string;
}
const NETWORK_FACTOR = 10;

/**
 * Bounds the guessing of passwords, and lets nobody lock somebody else out. A device that signed in before has a limit of its own and
 * no other; from elsewhere tries end for each network, and of one account all together are only answered later and later. Whoever has the
 * password guesses codes no faster from many networks.
 */
@Injectable()
export class SignInThrottle {
  constructor(
    private readonly db: Db,
    private readonly tries: SignInTriesRepository,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async run(email: string, from: SigningFrom): Promise<void> {
    const { signInsPerQuarterHour: limit, signInSlowMs, signInSlowMostMs } = this.config.limits;
    const device = this.known(email, from);
    if (device) return this.end(`device ${device}`, limit);
    const network = networkOf(from.address);
    // the network first: whoever is stopped there uses up nobody's tries
    await this.end(`network ${network}`, limit * NETWORK_FACTOR);
    await this.end(`account ${email} from ${network}`, limit);
    await pause(slowBy(await this.count(`account ${email}`), limit, signInSlowMs, signInSlowMostMs));
  }

  /** Counts a code as wrong before anybody checks it, and tells by which key it is forgiven when it is right. */
  async code(email: string, from: SigningFrom): Promise<Buffer> {
    const device = this.known(email, from);
    const key = device ? `code device ${device}` : `code account ${email}`;
    await this.end(key, this.config.limits.wrongCodesPerQuarterHour);
    return this.hash(key);
  }
  forgive(tx: Tx, counted: Buffer): Promise<void> {
    return this.tries.forgive(tx, counted);
  }

  private known(email: string, { device }: SigningFrom): string | null {
    return knownDevice(this.config.secret, email, device, this.config.limits.deviceDays, Math.floor(Date.now() / 1000));
  }
  private async end(key: string, most: number): Promise<void> {
    if ((await this.count(key)) > most) throw new Problem('too-many', { retryAfterSeconds: 900 });
  }
  private count(key: string): Promise<number> {
    return this.db.tx((tx) => this.tries.count(tx, this.hash(key)));
  }
  private hash(key: string): Buffer {
    return keyedHash(this.config.secret, 'sign-in', key);
  }
}
