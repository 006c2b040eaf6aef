import type { Tx } from '../database/db.js';
import { Problem } from '../problem/problem.js';
import { rightsOf } from './rights.js';
import type { RolesRepository } from './roles.repository.js';
import './problems.js';

/** Without somebody who holds them nobody would get a right any more, these two included. */
const NEEDED = ['users.manage', 'rights.approve'];

/** Takes rights away, unless that leaves one that the office cannot do without in nobody's hands. */
export async function keepOfficeAble(tx: Tx, roles: RolesRepository, takeAway: () => Promise<void>): Promise<void> {
  await roles.hold(tx);
  const held = async () => rightsOf((await roles.inForce(tx)).map((r) => r.role));
  const before = await held();
  await takeAway();
  const after = await held();
  const lost = NEEDED.filter((right) => before.has(right) && !after.has(right));
  if (lost.length > 0) throw new Problem('last-approver', { rights: lost });
}
