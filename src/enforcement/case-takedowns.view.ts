import { Injectable } from '@nestjs/common';
import type { Tx } from '../core/database/db.js';
import type { Person } from './approve-takedown.use-case.js';
import { TAKEN_AWAY, type ItemState } from './item.flow.js';
import { KnowTakedown } from './know-takedown.use-case.js';
import { nextActs } from './next-acts.js';
import type { TakedownAct } from './takedown-answers.js';
import type { TakedownState } from './takedown.flow.js';
import { TakedownRepository } from './takedown.repository.js';
import { TakedownContentRepository } from './takedown-content.repository.js';

/** A request of a case, and how far it is taken back. */
export interface CaseTakedown {
  id: string;
  reference: string;
  state: TakedownState;
  /** it reached the other side once */
  sent: boolean;
  links: number;
  /** links that the platform took away or hid … */
  taken: number;
  /** … of these, what the platform said to the withdrawal without being seen to have done it, and what was seen again */
  saidBack: number;
  refusedBack: number;
  back: number;
  withdrawal: CaseWithdrawal | null;
}
export interface CaseWithdrawal {
  id: string;
  reference: string;
  state: TakedownState;
  version: number;
  contentHash: string;
  /** what this reader may do to approve it; null where it waits for no approval, or not for theirs */
  approve: TakedownAct | null;
}
type Row = Omit<CaseTakedown, 'withdrawal'> & { withdrawalId: string | null };

/** More requests than this no case has had; what is beyond is found on the board. */
const MOST = 200;
const AWAY = `coalesce((SELECT s.from_state FROM enforcement.item_steps s WHERE s.item_id = i.id AND s.to_state = 'withdrawn' ORDER BY s.at DESC LIMIT 1), i.state) = ANY($2)`;
const askedBack = (...states: ItemState[]) =>
  `(SELECT count(*)::int FROM enforcement.items i JOIN enforcement.items b ON b.takedown_id = w.id AND b.address_id = i.address_id AND b.state IN ('${states.join("', '")}') WHERE i.takedown_id = t.id AND ${AWAY})`;
const OF_CASE = `SELECT t.id, t.reference, t.state, t.sent_at IS NOT NULL AS sent, w.id AS "withdrawalId",
    (SELECT count(*)::int FROM enforcement.items i WHERE i.takedown_id = t.id) AS links,
    (SELECT count(*)::int FROM enforcement.items i WHERE i.takedown_id = t.id AND ${AWAY}) AS taken,
    ${askedBack('restoration-claimed', 'restoration-partial')} AS "saidBack", ${askedBack('restoration-refused')} AS "refusedBack", ${askedBack('restored')} AS back
  FROM enforcement.takedowns t LEFT JOIN enforcement.takedowns w ON w.withdraws = t.id AND w.state <> 'withdrawn'
  WHERE t.case_id = $1 AND t.kind = 'removal' ORDER BY t.created_at, t.id LIMIT ${MOST}`;

/** The requests of a case as whoever takes them back reads them. */
@Injectable()
export class CaseTakedownsView {
  constructor(
    private readonly takedowns: TakedownRepository,
    private readonly contents: TakedownContentRepository,
    private readonly know: KnowTakedown,
  ) {}

  async run(tx: Tx, actor: Person, caseId: string): Promise<CaseTakedown[]> {
    const lines: CaseTakedown[] = [];
    for (const { withdrawalId, ...row } of await tx.query<Row[]>(OF_CASE, [caseId, TAKEN_AWAY]))
      lines.push({ ...row, withdrawal: withdrawalId ? await this.withdrawal(tx, actor, withdrawalId) : null });
    return lines;
  }

  private async withdrawal(tx: Tx, actor: Person, id: string): Promise<CaseWithdrawal> {
    const held = { takedown: (await this.takedowns.find(tx, id))!, newest: await this.contents.newest(tx, id) };
    const { reference, state, version } = held.takedown;
    const acts = nextActs(held, actor, await this.know.run(tx, held));
    const approve = acts.find((a) => a.act === 'approve') ?? null;
    return { id, reference, state, version, contentHash: held.newest.sha256, approve };
  }
}
