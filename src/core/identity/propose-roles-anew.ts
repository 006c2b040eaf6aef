import type { Tx } from '../database/db.js';
import type { Log } from '../events/log.js';
import { keepOfficeAble } from './keep-office-able.js';
import type { Reset, RolesRepository } from './roles.repository.js';
import './events.js';

interface Hands {
  /** whose act ends the roles, and which */
  reset: Reset;
  /** who stands as having proposed them anew, and may not approve them */
  proposer: string;
}

/** Somebody could enter this account by a password that another person chose: what its holder may do ends, and waits to be approved anew. */
export async function proposeRolesAnew(
  tx: Tx,
  roles: RolesRepository,
  log: Log,
  staffId: string,
  { reset, proposer }: Hands,
): Promise<void> {
  const held = await roles.heldBy(tx, staffId);
  await keepOfficeAble(tx, roles, async () => {
    for (const role of held) await roles.end(tx, staffId, role);
  });
  for (const role of held) {
    await roles.propose(tx, staffId, role, proposer, reset);
    const about = { v: 1, public: {}, office: { staffId, role }, subject: staffId } as const;
    await log.append(tx, { type: 'role.ended', ...about, actor: reset.by });
    await log.append(tx, { type: 'role.proposed', ...about, actor: proposer });
  }
}
