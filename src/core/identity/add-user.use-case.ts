import { Injectable } from '@nestjs/common';
import { Db } from '../database/db.js';
import { Log } from '../events/log.js';
import { invalid } from '../problem/invalid.js';
import { Problem } from '../problem/problem.js';
import { AccountsRepository } from './accounts.repository.js';
import { rightsTable } from './rights.js';
import { RolesRepository } from './roles.repository.js';
import { hashPassword } from './secrets.js';
import './events.js';
import './problems.js';

export interface NewUser {
  email: string;
  name: string;
  title?: string;
  password: string;
  roles: string[];
  /** the person keeps this password; otherwise the first thing they do is to choose their own */
  ownPassword?: boolean;
}
/** Who sets people up: an administrator, whose proposals wait for the chief, or the owner of the machine at the command line. */
export type SetUpBy = { staffId: string } | 'command-line';

export interface AddedUser {
  staffId: string;
  accountId: string;
  roleProposals: string[];
}

@Injectable()
export class AddUser {
  constructor(
    private readonly db: Db,
    private readonly accounts: AccountsRepository,
    private readonly roles: RolesRepository,
    private readonly log: Log,
  ) {}

  async run(by: SetUpBy, user: NewUser): Promise<AddedUser> {
    const unknown = user.roles.filter((role) => !Object.hasOwn(rightsTable.roles, role));
    if (unknown.length > 0)
      throw invalid(...unknown.map((role) => ({ path: 'roles', rule: 'isIn' as const, message: `${role} is no role` })));
    const passwordHash = await hashPassword(user.password);
    const actor = by === 'command-line' ? null : by.staffId;
    return this.db.tx(async (tx) => {
      const ids = await this.accounts
        .add(tx, {
          name: user.name,
          title: user.title ?? '',
          email: user.email.trim().toLowerCase(),
          passwordHash,
          passwordGiven: !user.ownPassword,
        })
        .catch((error: { code?: string }) => {
          throw error.code === '23505' ? new Problem('email-taken') : error;
        });
      await this.log.append(tx, { type: 'staff.added', v: 1, public: {}, office: ids, actor, subject: ids.staffId });
      const roleProposals: string[] = [];
      for (const role of user.roles) {
        const id = await this.roles.propose(tx, ids.staffId, role, actor);
        await this.log.append(tx, {
          type: 'role.proposed',
          v: 1,
          public: {},
          office: { staffId: ids.staffId, role },
          actor,
          subject: ids.staffId,
        });
        if (by === 'command-line') {
          await this.roles.approve(tx, id, null);
          await this.log.append(tx, {
            type: 'role.approved',
            v: 1,
            public: {},
            office: { staffId: ids.staffId, role },
            actor,
            subject: ids.staffId,
          });
        }
        roleProposals.push(id);
      }
      return { ...ids, roleProposals };
    });
  }
}
