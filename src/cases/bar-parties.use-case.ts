import { Injectable } from '@nestjs/common';
import type { Tx } from '../core/database/db.js';
import { Bars } from '../core/identity/bars.js';
import { RolesRepository } from '../core/identity/index.js';
import { rightsOf } from '../core/identity/rights.js';
import { Problem } from '../core/problem/problem.js';
import { PartyRepository } from './party.repository.js';
import { PostLinksRepository } from './post-links.repository.js';
import './problems.js';

/** Each in the hands of somebody who may know of the case: without them a case could be hidden by naming people in it. */
const OVERSEEING = ['case.fall', 'log.read'];

/** Staff who are party to a case may know nothing of its posts, and judge none of them; called whenever a party or a post is added. */
@Injectable()
export class BarParties {
  constructor(
    private readonly parties: PartyRepository,
    private readonly links: PostLinksRepository,
    private readonly bars: Bars,
    private readonly roles: RolesRepository,
  ) {}

  /** For an act that adds a party or a post: before it locks anything. */
  hold(tx: Tx): Promise<void> {
    return this.bars.hold(tx);
  }
  /** By the act of a person: refused where nobody would be left to oversee the case. */
  async run(tx: Tx, caseId: string): Promise<void> {
    if (!(await this.follow(tx, caseId))) return;
    const roles = await this.roles.inForce(tx);
    const barred = await this.parties.barred(tx, caseId);
    const [held, left] = [roles, roles.filter((r) => !barred.has(r.staffId))].map((some) => rightsOf(some.map((r) => r.role)));
    const lost = OVERSEEING.filter((right) => held.has(right) && !left.has(right));
    if (lost.length > 0) throw new Problem('nobody-oversees', { rights: lost });
  }
  /** Whether somebody is barred. */
  async follow(tx: Tx, caseId: string): Promise<boolean> {
    await this.bars.hold(tx);
    const staff = await this.parties.barred(tx, caseId);
    if (staff.size > 0) await this.bars.set(tx, [...staff], await this.links.allIds(tx, caseId));
    return staff.size > 0;
  }
}
