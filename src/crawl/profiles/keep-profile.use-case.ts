import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../core/clock/clock.js';
import { CONFIG, type Config } from '../../core/config.js';
import { Db, type Tx } from '../../core/database/db.js';
import { Log } from '../../core/events/log.js';
import { Problem } from '../../core/problem/problem.js';
import { visitorNamed } from '../engine/index.js';
import '../events.js';
import { platformOf } from '../platforms/platform-table.js';
import '../problems.js';
import { readCookies, type Cookie } from './cookie-file.js';
import type { ProfileKept } from './profile-answers.js';
import { sealCookies } from './profile-cookies.adapter.js';
import { ProfilesRepository } from './profiles.repository.js';
import type { EndProfileDto, GiveProfileDto, RenewProfileDto } from './profiles.dto.js';

export const RESUME = 'capture.resume';
type By = { staffId: string; at?: 'command-line' };

/** Somebody gives the office a session of a network, renews it, or ends it; what waited for it goes on. */
@Injectable()
export class KeepProfile {
  constructor(
    private readonly db: Db,
    private readonly profiles: ProfilesRepository,
    private readonly clock: Clock,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  give(by: By, { name, visitor, hosts, cookies }: GiveProfileDto): Promise<ProfileKept> {
    if (!visitorNamed(visitor)) throw new Problem('no-such-visitor');
    if (visitorNamed(name)) throw new Problem('profile-name-taken');
    const sealed = this.seal(name, 1, this.read(cookies, hosts));
    const { key: platform } = platformOf(`https://${hosts[0]}/`);
    return this.db.tx(async (tx) => {
      const id = await this.profiles.add(tx, { name, visitor, platform, hosts, cookies: sealed, by: by.staffId });
      if (!id) throw new Problem('profile-name-taken');
      await this.note(tx, 'profile.given', by, { profileId: id, version: 1 });
      return { id, version: 1 };
    });
  }

  renew(by: By, id: string, { cookies, version }: RenewProfileDto): Promise<ProfileKept> {
    return this.db.tx(async (tx) => {
      const { name, hosts } = await this.profiles.lock(tx, id, version);
      const renewed = await this.profiles.renew(tx, id, this.seal(name, version + 1, this.read(cookies, hosts)), by.staffId);
      await this.note(tx, 'profile.renewed', by, { profileId: id, version: renewed });
      await this.goOn(tx, name);
      return { id, version: renewed };
    });
  }

  end(by: By, id: string, { version }: EndProfileDto): Promise<ProfileKept> {
    return this.db.tx(async (tx) => {
      const { name, state } = await this.profiles.lock(tx, id, version);
      if (state === 'ended') throw new Problem('stale', { current: { version, state } });
      await this.profiles.end(tx, id);
      await this.note(tx, 'profile.ended', by, { profileId: id, version });
      await this.goOn(tx, name);
      return { id, version };
    });
  }

  private read(file: string, hosts: readonly string[]): Cookie[] {
    const read = readCookies(file, hosts, new Date());
    if (!read.ok) throw new Problem(read.reason === 'none-for-hosts' ? 'no-cookies-for-hosts' : 'cookies-unreadable');
    return read.cookies;
  }
  private seal(name: string, version: number, cookies: Cookie[]): Buffer {
    return sealCookies(this.config.secret, name, version, cookies);
  }
  /** Those of an ended one go on to their end. */
  private async goOn(tx: Tx, name: string): Promise<void> {
    await this.clock.scheduleSpread(tx, RESUME, await this.profiles.released(tx, name), 0);
  }
  private async note(
    tx: Tx,
    type: 'profile.given' | 'profile.renewed' | 'profile.ended',
    by: By,
    office: { profileId: string; version: number },
  ): Promise<void> {
    const told = { ...office, ...(by.at && { at: by.at }) };
    await this.log.append(tx, { type, v: 1, public: {}, office: told, actor: by.staffId, subject: office.profileId });
  }
}
