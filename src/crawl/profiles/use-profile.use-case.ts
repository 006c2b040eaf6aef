import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../core/clock/clock.js';
import { CONFIG, type Config } from '../../core/config.js';
import { Db, type Tx } from '../../core/database/db.js';
import { Log } from '../../core/events/log.js';
import { Problem } from '../../core/problem/problem.js';
import { visitorNamed, type SignedIn } from '../engine/index.js';
import '../events.js';
import '../problems.js';
import { isOf } from './is-of.js';
import { RESUME } from './keep-profile.use-case.js';
import { meansSignedOut } from './means-signed-out.js';
import { openCookies } from './profile-cookies.adapter.js';
import { ProfilesRepository } from './profiles.repository.js';

/** As whom a capture goes: the device, and the session where it bears one. */
export interface AsWhom {
  visitor: string;
  profile: SignedIn | null;
}
/** A session that cannot be borne now. */
export interface Unborne {
  name: string;
  version: number;
  state: 'signed-out' | 'ended';
}

/** What a capture asks of the sessions: may it be ordered, can it go now, and what follows when its network knows the session no more. */
@Injectable()
export class UseProfile {
  constructor(
    private readonly db: Db,
    private readonly profiles: ProfilesRepository,
    private readonly clock: Clock,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Refuses an order as somebody that the office is not, or for a host that the session is not for. */
  async check(tx: Tx, visitor: string, url: string): Promise<void> {
    if (visitorNamed(visitor)) return;
    const profile = await this.profiles.named(tx, visitor);
    if (!profile || profile.state === 'ended') throw new Problem('no-such-visitor');
    const { hostname } = new URL(url);
    if (!isOf(hostname, profile.hosts)) throw new Problem('profile-of-other-hosts');
  }

  async asWhom(tx: Tx, visitor: string): Promise<AsWhom | Unborne> {
    if (visitorNamed(visitor)) return { visitor, profile: null };
    const found = await this.profiles.named(tx, visitor);
    const { name, version, state, cookies: sealed } = found ?? { name: visitor, version: 0, state: 'ended' as const, cookies: null };
    if (state === 'ended') return { name, version, state };
    const cookies = state === 'signed-in' && sealed ? openCookies(this.config.secret, name, version, sealed) : null;
    return cookies
      ? { visitor: found!.visitor, profile: { name, version, cookies, hosts: found!.hosts } }
      : { name, version, state: 'signed-out' };
  }

  /** Is the session at fault for what this capture was shown? */
  async ended(captureId: string, profile: SignedIn, seen: { observation: string; finalUrl: string }): Promise<boolean> {
    if (!meansSignedOut(seen, profile, null)) return false;
    return meansSignedOut(seen, profile, await this.db.tx((tx) => this.profiles.saidEnded(tx, captureId, profile.name)));
  }

  /** The capture waits, not failed, until the session is renewed; where that happened meanwhile it goes on at once. */
  async pause(tx: Tx, captureId: string, { name, version }: Pick<Unborne, 'name' | 'version'>): Promise<void> {
    const held = await this.profiles.lockNamed(tx, name);
    if (!held || held.state === 'ended' || held.version !== version)
      return this.clock.schedule(tx, { kind: RESUME, ref: captureId, at: await this.clock.now(tx) });
    await this.profiles.await(tx, captureId, name);
    if (held.state === 'signed-out') return;
    await this.profiles.signedOut(tx, held.id);
    const office = { profileId: held.id, version, captureId };
    await this.log.append(tx, { type: 'profile.signed-out', v: 1, public: {}, office, subject: held.id });
  }
}
