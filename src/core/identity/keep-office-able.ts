import type { Tx } from '../database/db.js';
import { Problem } from '../problem/problem.js';
import type { IdentityRepository } from './identity.repository.js';
import { rightsOf } from './rights.js';
import './problems.js';

/** Without somebody who holds them nobody would get a right any more, these two included. */
const NEEDED = ['users.manage', 'rights.approve'];

/** Takes rights away, unless that leaves one that the office cannot do without in nobody's hands. */
export async function keepOfficeAble(tx: Tx, people: IdentityRepository, takeAway: () => Promise<void>): Promise<void> {
  await people.holdRights(tx);
  const before = rightsOf(await people.rolesInForce(tx));
  await takeAway();
  const after = rightsOf(await people.rolesInForce(tx));
  const lost = NEEDED.filter((right) => before.has(right) && !after.has(right));
  if (lost.length > 0) throw new Problem('last-approver', { rights: lost });
}
