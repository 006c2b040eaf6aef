import { Injectable } from '@nestjs/common';
import { Db } from '../database/db.js';
import type { Made } from '../http/answer.js';
import { Log } from '../events/log.js';
import { invalid } from '../problem/invalid.js';
import { Problem } from '../problem/problem.js';
import { keepOfficeAble } from './keep-office-able.js';
import { rightsTable } from './rights.js';
import { RolesRepository } from './roles.repository.js';
import './events.js';
import './problems.js';

/** Roles are proposed by one person and approved by another, neither of them the one who gets it; taking one away needs one. */
@Injectable()
export class ChangeRole {
  constructor(
    private readonly db: Db,
    private readonly roles: RolesRepository,
    private readonly log: Log,
  ) {}

  propose(by: { staffId: string }, staffId: string, role: string): Promise<Made> {
    if (by.staffId === staffId) throw new Problem('own-rights');
    if (!Object.hasOwn(rightsTable.roles, role)) throw invalid({ path: 'role', rule: 'isIn', message: `${role} is no role` });
    return this.db.tx(async (tx) => {
      const id = await this.roles.propose(tx, staffId, role, by.staffId).catch((error: { code?: string }) => {
        throw error.code === '23503' ? new Problem('missing') : error.code === '23505' ? new Problem('stale') : error;
      });
      await this.log.append(tx, {
        type: 'role.proposed',
        v: 1,
        public: {},
        office: { staffId, role },
        actor: by.staffId,
        subject: staffId,
      });
      return { id };
    });
  }

  async approve(by: { staffId: string }, proposalId: string): Promise<void> {
    await this.db.tx(async (tx) => {
      const proposal = await this.roles.proposal(tx, proposalId);
      if (!proposal) throw new Problem('missing');
      if (by.staffId === proposal.staffId || by.staffId === proposal.proposedBy) throw new Problem('own-rights');
      await this.roles.approve(tx, proposalId, by.staffId);
      await this.log.append(tx, {
        type: 'role.approved',
        v: 1,
        public: {},
        office: { staffId: proposal.staffId, role: proposal.role },
        actor: by.staffId,
        subject: proposal.staffId,
      });
    });
  }

  async end(by: { staffId: string }, staffId: string, role: string): Promise<void> {
    if (by.staffId === staffId) throw new Problem('own-rights');
    await this.db.tx(async (tx) => {
      await keepOfficeAble(tx, this.roles, async () => {
        if (!(await this.roles.end(tx, staffId, role))) throw new Problem('missing');
      });
      await this.log.append(tx, { type: 'role.ended', v: 1, public: {}, office: { staffId, role }, actor: by.staffId, subject: staffId });
    });
  }
}
