import { Injectable } from '@nestjs/common';
import { validateSync } from 'class-validator';
import { Db } from '../../core/database/db.js';
import { AccountsRepository } from '../../core/identity/accounts.repository.js';
import { rightsOf } from '../../core/identity/rights.js';
import { RolesRepository } from '../../core/identity/index.js';
import { Problem } from '../../core/problem/problem.js';
import { KeepProfile } from './keep-profile.use-case.js';
import type { ProfileKept, ProfileLine } from './profile-answers.js';
import { GiveProfileDto, RenewProfileDto } from './profiles.dto.js';
import { ProfilesView } from './profiles.view.js';

const RIGHT = 'profile.manage';
const A_PAGE = 100;

/** Sessions of the office kept at the command line, in the name of somebody of the office whose right it is. The log says that it was there, where no password is asked. */
@Injectable()
export class ProfilesAtCommandLine {
  constructor(
    private readonly db: Db,
    private readonly accounts: AccountsRepository,
    private readonly roles: RolesRepository,
    private readonly view: ProfilesView,
    private readonly keeping: KeepProfile,
  ) {}

  async list(): Promise<ProfileLine[]> {
    const lines: ProfileLine[] = [];
    for (let cursor: string | undefined, more = true; more;) {
      const { items, nextCursor } = await this.view.list({ cursor, limit: A_PAGE });
      lines.push(...items);
      cursor = nextCursor ?? undefined;
      more = nextCursor !== null;
    }
    return lines;
  }
  async give(email: string, given: { name: string; visitor: string; hosts: string[]; cookies: string }): Promise<ProfileKept> {
    return this.keeping.give(await this.by(email), sound(Object.assign(new GiveProfileDto(), given)));
  }
  async renew(email: string, name: string, cookies: string): Promise<ProfileKept> {
    const { id, version } = await this.named(name);
    return this.keeping.renew(await this.by(email), id, sound(Object.assign(new RenewProfileDto(), { cookies, version })));
  }
  async end(email: string, name: string): Promise<ProfileKept> {
    const { id, version } = await this.named(name);
    return this.keeping.end(await this.by(email), id, { version });
  }

  private async named(name: string): Promise<ProfileLine> {
    const found = (await this.list()).find((line) => line.name === name);
    if (!found) throw new Problem('missing', { detail: `There is no session ${name}` });
    return found;
  }
  private by(email: string): Promise<{ staffId: string; at: 'command-line' }> {
    return this.db.read(async (tx) => {
      const account = await this.accounts.get(tx, email);
      if (!account) throw new Problem('missing', { detail: `Nobody signs in as ${email}` });
      if (!rightsOf(await this.roles.heldBy(tx, account.staffId)).has(RIGHT))
        throw new Problem('forbidden', { right: RIGHT, detail: `${email} may not do this: it needs the right ${RIGHT}` });
      return { staffId: account.staffId, at: 'command-line' };
    });
  }
}

/** What the forms of the API would refuse is refused here too; it says which field, never what stood there. */
function sound<T extends object>(given: T): T {
  const [wrong] = validateSync(given);
  if (wrong)
    throw new Problem('invalid', { detail: `${wrong.property} is not as it must be: ${Object.keys(wrong.constraints ?? {}).join(', ')}` });
  return given;
}
